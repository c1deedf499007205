import type { Node, Scalar } from './nodes.ts';
import { attributePlaces, emptyUser, isNeverRead, isUserPart, type RawUser, takeList, userChild } from './raw-user.ts';

/** What is told of a document while it is read. */
export interface DocumentListener {
  user(user: RawUser): void;
  /** An object that stands where users do, and has nothing of one. */
  other(): void;
  /** Cells of a row of an answer, by the name of the member. */
  loginEvent(cells: ReadonlyMap<string, string>): void;
  /** The columns of an Analytics answer, by the name of the element, as they are headed. */
  column(name: string, heading: string): void;
  analyticsRow(cells: ReadonlyMap<string, string>): void;
  /** An answer that says what went wrong, with Alma's code for it. */
  errorAnswer(code: string): void;
  /** XML inside a text of JSON: how the Analytics interface answers in JSON. */
  xmlInside(text: string): void;
  /** How many users and login events have been told of. */
  soFar(): { users: number; events: number };
  /** The users since the given one are a page of so many. */
  page(total: number, from: number): void;
  facts: DocumentFacts;
}

/** What a document says of itself. */
export interface DocumentFacts {
  /** How many login events there are in all, by `total_record_count`. */
  loginTotal?: number;
  isVersion1?: boolean;
  isCodeTable?: boolean;
  /** A place for users, maybe without any. */
  hasUsers?: boolean;
  /** An answer with login events, maybe without any. */
  hasLogins?: boolean;
  isAnalytics?: boolean;
  isUnfinished?: boolean;
}

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

const textOf = (value: Scalar) => (value === null ? '' : String(value));
const scalarNode = (scalar: (value: Scalar) => void): Node => ({ scalar });

/** The root of a document: everything in it is a user, or a place that holds users, or one of the other answers that are known. */
export function documentNode(listener: DocumentListener): Node {
  return {
    child(name) {
      const isPlace = containers.has(name) && name !== 'user';
      listener.facts.hasUsers ||= isPlace;
      return knownPlace(name, listener) ?? placeNode(listener, isPlace, containers.has(name));
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
  let total: number | undefined;
  return {
    list(name) {
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
      if (name === 'staff_login') return loginsNode(listener);
      const isPlace = name !== 'user';
      listener.facts.hasUsers ||= isPlace;
      return placeNode(listener, isPlace);
    },
    close() {
      const { users, events } = listener.soFar();
      if (total === undefined) return;
      if (users > before.users) listener.page(total, before.users);
      else if (events > before.events) tellLoginTotal(listener.facts, total);
    },
  };
}

const totalNames: ReadonlySet<string> = new Set(['', '@', '_', '-'].map((mark) => `${mark}total_record_count`));

/**
 * The node for how many there are in all; `undefined` for another name. In JSON that a program made of XML an attribute has a mark before
 * its name, or a place of its own.
 */
function totalNode(name: string, take: (total: number) => void): Node | undefined {
  const isPlace = attributePlaces.has(name);
  if (!isPlace && !totalNames.has(name)) return undefined;
  const node = scalarNode((value) => {
    const total = value === null || value === '' ? Number.NaN : Number(value);
    if (Number.isSafeInteger(total)) take(total);
  });
  return isPlace ? { child: (inside) => (totalNames.has(inside) ? node : undefined) } : node;
}

function tellLoginTotal(facts: DocumentFacts, total: number): void {
  facts.loginTotal = Math.max(total, facts.loginTotal ?? 0);
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

/**
 * An object or element that is a user, or holds users: its members tell. Many things have a status or a day on which they end: where users
 * do not stand by name, only an identifier or roles make one.
 */
function placeNode(listener: DocumentListener, isPlace = false, isAmongUsers = true): Node {
  let user: RawUser | undefined;
  let isOther = !isPlace;
  let error: ReturnType<typeof errorNode> | undefined;
  const login = new Map<string, string>();
  const { facts } = listener;
  const before = listener.soFar();
  let total: number | undefined;
  let hasLoginList = false;
  const takeTotal = (found: number) => {
    total = Math.max(found, total ?? 0);
  };
  return {
    list(name) {
      const areLogins = !user && isLoginList(name);
      if (areLogins) {
        hasLoginList = true;
        facts.hasLogins = true;
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
      const place = containers.has(name) ? placeNode(listener) : knownPlace(name, listener, !user);
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
      if (mayHoldUsers) return searchNode(listener, takePlace);
      return user && userChild(user, name);
    },
    close() {
      if (error) error.close?.();
      else if (login.has('login_date') || login.has('successful')) loginEvent();
      else if (user && !((isPlace || !isAmongUsers) && isNobody(user))) listener.user(user);
      else if (isOther) listener.other();
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

/** `{errorsExist: true, errorList: {error: [{errorCode}]}}`, in JSON or XML; only the code of the error is taken. */
function errorNode(listener: DocumentListener): Node {
  let isError = false;
  let code = '';
  const errorPart: Node = {
    child: (name) =>
      name === 'errorCode'
        ? scalarNode((value) => {
            code ||= textOf(value);
          })
        : undefined,
  };
  return {
    child(name) {
      if (name === 'errorsExist') {
        return scalarNode((value) => {
          isError = textOf(value) === 'true';
        });
      }
      return name === 'errorList' ? { child: (inside) => (inside === 'error' ? errorPart : undefined) } : undefined;
    },
    close() {
      if (isError) listener.errorAnswer(code);
    },
  };
}

/** A row of an answer: the members by name; of a code with its description the description. */
function rowNode(take: (cells: ReadonlyMap<string, string>) => void): Node {
  const cells = new Map<string, string>();
  return {
    child(name) {
      const set = scalarNode((value) => void cells.set(name, textOf(value)));
      return {
        ...set,
        child: (part) => (part === 'desc' || (part === 'value' && !cells.get(name)) ? set : undefined),
      };
    },
    close: () => take(cells),
  };
}

/** Login events, one or a list of them under any name: whatever a member holds besides texts is an event of its own. */
function loginsNode(listener: DocumentListener): Node {
  const cells = new Map<string, string>();
  const node: Node = {
    list() {
      listener.facts.hasLogins = true;
    },
    scalar(value) {
      if (value === null) listener.facts.hasLogins = true;
    },
    child(name) {
      const inAll = totalNode(name, (total) => tellLoginTotal(listener.facts, total));
      if (inAll) return inAll;
      const set = scalarNode((value) => void cells.set(name, textOf(value)));
      let inside: Node | undefined;
      return {
        ...set,
        list: node.list as () => void,
        child(part) {
          // Codes decide.
          if (part === 'value') return set;
          if (part === 'desc') return cells.get(name) ? undefined : set;
          inside ??= loginsNode(listener);
          return inside.child?.(part);
        },
        close: () => inside?.close?.(),
      };
    },
    close() {
      if (cells.size === 0) return;
      listener.facts.hasLogins = true;
      listener.loginEvent(cells);
    },
  };
  return node;
}

/** An answer of the Analytics interface: the schema names the columns, a blank cell has no element. */
function analyticsNode(listener: DocumentListener): Node {
  listener.facts.isAnalytics = true;
  const node: Node = {
    child(name) {
      if (analytics.has(name) || inSchema.has(name)) return node;
      if (name === 'element') return columnNode(listener);
      if (name === 'Row') return rowNode((cells) => listener.analyticsRow(cells));
      // A report of another maker may hold users.
      if (name !== 'IsFinished') return searchNode(listener);
      return scalarNode((value) => {
        listener.facts.isUnfinished = textOf(value) === 'false';
      });
    },
  };
  return node;
}

function columnNode(listener: DocumentListener): Node {
  let name = '';
  let heading: string | undefined;
  return {
    child(given) {
      // In JSON that a program made of XML an attribute has a mark before its name.
      const attribute = given.replace(/^[@_-]/, '');
      if (attribute !== 'name' && attribute !== 'columnHeading') return undefined;
      return scalarNode((value) => {
        if (attribute === 'name') name = textOf(value);
        else heading = textOf(value);
      });
    },
    close() {
      // Some answers do not say how a column is headed: a person can.
      if (name !== '' && !inSchema.has(name)) listener.column(name, heading ?? name);
    },
  };
}
