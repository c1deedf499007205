import {
  errorNode,
  loginPageOnce,
  loginsNode,
  rowNode,
  scalarNode,
  tellLoginTotal,
  textOf,
  totalNode,
} from './answer-nodes.ts';
import type { DocumentListener } from './listener.ts';
import { isAttributePlace, type Node, withoutMark } from './nodes.ts';
import { emptyUser, isNeverRead, isUserPart, type RawUser, takeList, userChild } from './raw-user.ts';

/** Places that hold users and nothing else. */
const ofUsers: ReadonlySet<string> = new Set(['users', 'userRecords']);
/** Places that hold users and are none. */
const containers: ReadonlySet<string> = new Set(['user', 'users', 'userRecords', 'userRecord', 'staff_logins']);
const analytics: ReadonlySet<string> = new Set(['report', 'QueryResult', 'ResultXml', 'rowset']);
/** Answers that hold nobody. */
const answers: ReadonlySet<string> = new Set(['web_service_result', 'userDetails', 'code_table']);
const inSchema: ReadonlySet<string> = new Set(['schema', 'complexType', 'sequence']);

/** What a login event has and no user: an event may stand by itself, without the name that its list has in an answer. */
const ofLogins: ReadonlySet<string> = new Set(['login_date', 'successful', 'ip_address']);

/** One toolkit alone has told what Alma calls the list of login events: any name is taken that speaks of logins. */
const isLoginList = (name: string): boolean => /login/i.test(name) && !ofLogins.has(name) && !containers.has(name);

/** The root of a document: everything in it is a user, or a place that holds users, or one of the other answers that are known. */
export function documentNode(listener: DocumentListener): Node {
  return {
    child(name) {
      const isPlace = containers.has(name) && name !== 'user';
      listener.facts.hasUsers ||= isPlace;
      return knownPlace(name, listener) ?? placeNode(listener, { isPlace, isAmongUsers: containers.has(name), name });
    },
  };
}

/** The same for XML, where users may also stand in an element of any other name, as deep as they like. */
export function xmlDocumentNode(listener: DocumentListener): Node {
  const known = documentNode(listener);
  const isKnown = (name: string) =>
    containers.has(name) || analytics.has(name) || answers.has(name) || isLoginList(name);
  return { child: (name) => (isKnown(name) ? known.child?.(name) : searchNode(listener)) };
}

/**
 * What has a name that says nothing: places for users, and lists of login events by their one known name, are looked for in it, as deep as
 * they like, and nothing else. `onPlace` hears that there is one.
 */
function searchNode(listener: DocumentListener, onPlace: () => void = () => undefined): Node {
  const before = listener.soFar();
  const beginLogins = loginPageOnce(listener);
  let total: number | undefined;
  return {
    list(name) {
      if (name === 'staff_login') beginLogins();
      if (!containers.has(name)) return;
      listener.facts.hasUsers = true;
      onPlace();
    },
    child(name) {
      const inAll = totalNode(name, (found) => {
        total = Math.max(found, total ?? 0);
      });
      if (inAll) return inAll;
      if (name === 'userDetails') return knownPlace(name, listener);
      if (name !== 'staff_login' && !containers.has(name)) return searchNode(listener, onPlace);
      onPlace();
      if (name === 'staff_login') {
        beginLogins();
        return loginsNode(listener);
      }
      const isPlace = name !== 'user';
      listener.facts.hasUsers ||= isPlace;
      return placeNode(listener, { isPlace, name });
    },
    close() {
      const { users, events } = listener.soFar();
      if (total === undefined) return;
      if (users > before.users) listener.page(total, before.users);
      else if (events > before.events) tellLoginTotal(listener.facts, total);
    },
  };
}

/** `maybeLogins`: a list of login events may stand here. */
function knownPlace(name: string, listener: DocumentListener, maybeLogins = true): Node | undefined {
  const { facts } = listener;
  if (analytics.has(name)) return analyticsNode(listener);
  if (name === 'web_service_result') return errorNode(listener);
  if (maybeLogins && isLoginList(name)) return loginsNode(listener);
  if (name === 'code_table') {
    facts.isCodeTable = true;
    return {};
  }
  if (name === 'userDetails') {
    facts.isVersion1 = true;
    return {};
  }
  return undefined;
}

/** An answer around users may have a status of its own. */
const isNobody = ({ fields, roles }: RawUser) => !fields.has('primary_id') && !roles;

/** How a place stands in its document. */
interface Place {
  name?: string;
  /** It holds users. */
  isPlace?: boolean;
  isAmongUsers?: boolean;
  /** It is an item of a list, which may be a user itself. */
  isItem?: boolean;
}

const MOST_STRANGERS = 100;

/** Elements of another name in a place that holds nothing but users: what has members, and no user in it, is somebody whom nobody reads. */
function createStrangers(listener: DocumentListener) {
  const met = new Map<string, number>();
  return {
    watch(name: string, node: Node): Node {
      const before = listener.soFar();
      let hasMembers = false;
      return {
        ...node,
        child(inside) {
          hasMembers = true;
          return node.child?.(inside);
        },
        close() {
          node.close?.();
          const { records, events } = listener.soFar();
          if (!hasMembers || records > before.records || events > before.events) return;
          const kept = met.has(name) || met.size < MOST_STRANGERS ? name : '…';
          met.set(kept, (met.get(kept) ?? 0) + 1);
        },
      };
    },
    /** Tells of each; true where there are any. */
    tell(): boolean {
      for (const [name, times] of met) for (let at = 0; at < times; at += 1) listener.other(name);
      return met.size > 0;
    },
  };
}

/**
 * An object or element that is a user, or holds users: its members tell. Many things have a status or a day on which they end: where users
 * do not stand by name, only an identifier or roles make one.
 */
function placeNode(
  listener: DocumentListener,
  { name: ownName = '', isPlace: isHolder = false, isAmongUsers = true, isItem = false }: Place = {},
): Node {
  let user: RawUser | undefined;
  let isPlace = isHolder;
  let isOther = !isPlace;
  const strangers = ofUsers.has(ownName) && !isItem ? createStrangers(listener) : undefined;
  const lists = new Set<string>();
  let error: ReturnType<typeof errorNode> | undefined;
  const login = new Map<string, string>();
  const { facts } = listener;
  const before = listener.soFar();
  let total: number | undefined;
  let hasLoginList = false;
  const beginLogins = loginPageOnce(listener);
  const takeTotal = (found: number) => {
    total = Math.max(found, total ?? 0);
  };
  return {
    list(name) {
      lists.add(name);
      const areLogins = !user && isLoginList(name);
      if (areLogins) {
        hasLoginList = true;
        facts.hasLogins = true;
        beginLogins();
      }
      if (containers.has(name) || areLogins || name === 'anies') {
        isOther = false;
        isPlace = true;
        facts.hasUsers ||= containers.has(name);
      } else if (user || name === 'user_role') {
        user ??= emptyUser();
        takeList(user, name);
      }
    },
    child(name) {
      if (name === 'errorsExist' || name === 'errorList') {
        error ??= errorNode(listener);
        return error.child?.(name);
      }
      const inAll = totalNode(name, takeTotal);
      if (inAll) {
        isOther = false;
        return inAll;
      }
      if (!user && !containers.has(name) && isLoginList(name)) beginLogins();
      const place = containers.has(name)
        ? placeNode(listener, { name, isItem: lists.has(name) })
        : knownPlace(name, listener, !user);
      if (place) {
        isOther = false;
        isPlace ||= containers.has(name);
        facts.hasUsers ||= containers.has(name);
        return place;
      }
      if (ofLogins.has(name)) return scalarNode((value) => void login.set(name, textOf(value)));
      if (name === 'anies') return scalarNode((value) => listener.xmlInside(textOf(value)));
      if (name === 'row' && !user) facts.isCodeTable = true;
      if (isUserPart(name)) user ??= emptyUser();
      // Nobody says that this is a user before it has something of one: until then it may as well hold users.
      const mayHoldUsers = !isUserPart(name) && (!user || isNobody(user)) && !isNeverRead(name);
      if (mayHoldUsers) {
        const searched = searchNode(listener, takePlace);
        return strangers?.watch(name, searched) ?? searched;
      }
      return user && userChild(user, name);
    },
    close() {
      if (error) error.close?.();
      else if (login.has('login_date') || login.has('successful')) loginEvent();
      else if (user && !((isPlace || !isAmongUsers) && isNobody(user))) listener.user(user);
      else if (!strangers?.tell() && isOther) listener.other();
      if (total !== undefined) tellTotal(total);
    },
  };

  /** Whatever stands in this place is a page of so many. */
  function tellTotal(found: number): void {
    const { users, events } = listener.soFar();
    const areLogins = users === before.users && (hasLoginList || events > before.events);
    if (areLogins) tellLoginTotal(facts, found);
    else listener.page(found, before.users);
  }

  function loginEvent(): void {
    facts.hasLogins = true;
    // Whatever else such an event says is not kept: without a word it is none that succeeded.
    if (!login.has('successful')) login.set('successful', '');
    const about = (['primary_id', 'full_name'] as const).flatMap((field) => {
      const value = user?.twice.has(field) ? undefined : user?.fields.get(field)?.value;
      return value === undefined ? [] : ([[field, textOf(value)]] as const);
    });
    listener.loginEvent(new Map([...about, ...login]));
  }

  /** It may be a user nevertheless. */
  function takePlace(): void {
    isOther = false;
  }
}

/** An answer of the Analytics interface: the schema names the columns, a blank cell has no element. */
function analyticsNode(listener: DocumentListener): Node {
  listener.facts.isAnalytics = true;
  listener.answerBegins();
  let isFinished: boolean | undefined;
  const node: Node = {
    child(name) {
      if (name === 'rowset') listener.answerBegins();
      if (analytics.has(name) || inSchema.has(name)) return node;
      if (name === 'element') return columnNode(listener);
      if (name === 'Row') return rowNode((cells) => listener.analyticsRow(cells));
      // A report of another maker may hold users.
      if (name !== 'IsFinished') return searchNode(listener);
      return scalarNode((value) => {
        const said = textOf(value).trim().toLowerCase();
        if (said === 'true' || said === 'false') isFinished = said === 'true';
      });
    },
  };
  return { ...node, close: () => listener.answerEnds(isFinished) };
}

function columnNode(listener: DocumentListener): Node {
  let name = '';
  let heading: string | undefined;
  return {
    child: attributeNode,
    close() {
      // Some answers do not say how a column is headed: a person can.
      if (name !== '' && !inSchema.has(name)) listener.column(name, heading ?? name);
    },
  };

  function attributeNode(given: string): Node | undefined {
    if (isAttributePlace(given)) return { child: attributeNode };
    const attribute = withoutMark(given);
    if (attribute !== 'name' && attribute !== 'columnHeading') return undefined;
    return scalarNode((value) => {
      if (attribute === 'name') name = textOf(value);
      else heading = textOf(value);
    });
  }
}
