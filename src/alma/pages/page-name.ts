import { all, attributeOf, closest, first, sidePane } from '../elements.ts';
import {
  bodyIdPattern,
  fragmentParts,
  fragmentSelector,
  pickListMode,
  xmlFileNamePattern,
} from '../markup/user-page.ts';

/** The form that the page in view is drawn in; a second one stands in the side pane, others in Alma's header. */
export const pageFormOf = (document: Document): Element | undefined =>
  all(document, 'form#pageForm').find((form) => !closest(form, sidePane));

/** The part of the document that Alma swaps for every page. */
export function fragmentOf(document: Document): Element | undefined {
  const form = pageFormOf(document);
  return form && (closest(form, fragmentSelector) ?? form);
}

/**
 * The name of the classic page in view (`user.user_details.xml`). What is swapped with the page goes before `body`'s id, which changes
 * later, and that before the address. `undefined` when none tells it, and when the page itself tells two. The form's `pageBean.currentUrl`
 * is not asked: it names the page that was entered first.
 */
export function pageNameOf(document: Document): string | undefined {
  const [own, ...others] = namesInFragment(document);
  if (own !== undefined) return others.length === 0 ? own : undefined;
  const inBody = bodyIdPattern.exec(document.body?.id ?? '')?.[1];
  return inBody ?? xmlFileNamePattern.exec(decoded(document.location?.href ?? ''))?.[1] ?? helpIdOf(document);
}

/** What the page's link to the help calls the page, in every language alike. */
export const helpIdOf = (document: Document): string | undefined =>
  toldIn(fragmentOf(document), fragmentParts.help, 'data-help-id')[0];

const namesInFragment = (document: Document): ReadonlySet<string> =>
  namesIn(pageFormOf(document), fragmentOf(document));

/** What the page that is drawn in the side pane calls itself, as far as it does. */
export const namesInPane = (pane: Element): readonly string[] => [
  ...namesIn(first(pane, 'form#pageForm') ?? undefined, pane),
];

function namesIn(form: Element | undefined, part: Element | undefined): ReadonlySet<string> {
  const action = xmlFileNamePattern.exec(actionOf(form))?.[1];
  const bodyIds = toldIn(part, fragmentParts.bodyId).flatMap((id) => bodyIdPattern.exec(id)?.[1] ?? []);
  const pages = toldIn(part, fragmentParts.page).flatMap((text) => /^[\w.()-]+\.xml$/i.exec(text)?.[0] ?? []);
  return new Set([...bodyIds, ...pages, ...(action ? [action] : [])]);
}

const actionOf = (form: Element | undefined): string => decoded((form && attributeOf(form, 'action')) ?? '');

/** What elements of the page say, as a value, a text or in an attribute; those that say nothing are left out. */
function toldIn(part: Element | undefined, selector: string, attribute?: string): string[] {
  return (part ? all(part, selector) : [])
    .map((element) =>
      attribute ? element.getAttribute(attribute) : (element.getAttribute('value') ?? element.textContent),
    )
    .flatMap((text) => text?.trim() || []);
}

/** Says whether the page in view is a pick-list, which looks like the list of users and opens nobody's record: its form says so, in a field or in its action. */
export const isPickList = (document: Document): boolean =>
  toldIn(fragmentOf(document), pickListMode, 'value').length > 0 ||
  /[?&]pageViewMode=Pickup(&|$)/i.test(actionOf(pageFormOf(document)));

/** Takes an address apart that was encoded several times over. */
function decoded(address: string): string {
  let text = address;
  for (let round = 0; round < 4 && /%[0-9a-f]{2}/i.test(text); round++) {
    text = text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
  return text;
}
