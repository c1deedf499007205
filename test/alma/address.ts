import type { Layout } from './description.ts';

/** The name under which tests reach the stand-in, mapped to this machine by the browser's own flags. */
export const host = 'demo.alma.exlibrisgroup.com';

/** The page that lists every case. */
export const indexPath = '/stand-in/';

/**
 * Path and query of a case. New layout: `/ng/page;u=<encoded classic address>;ng=true`. Old layout: the constant address (the stand-in
 * has to be told which page is meant, by a further parameter that says nothing about users). Public pages have paths of their own.
 */
export function pathOf(
  id: string,
  page: { readonly layout: Layout; readonly screen: string },
  xml: string | null,
): string {
  if (page.screen === 'public-record') return `/view/action/uresolver.do?case=${id}`;
  if (page.screen === 'login') return `/mng/login?institute=01EXAMPLE&auth=local&case=${id}`;
  if (page.screen === 'angular-results') return `/ng/alma/rep/search/nz/titles/simple/results?case=${id}`;
  if (page.layout === 'old') return `/mng/action/home.do?mode=ajax&case=${id}`;
  if (page.screen === 'home') return `/ng;u=${encodeURIComponent('/mng/action/home.do?ngHome=true')}?case=${id}`;
  const classic = encodeURIComponent(`/mng/action/pageAction.do?xmlFileName=${xml ?? 'page.xml'}`);
  return `/ng/page;u=${classic}&pageViewMode%3DEdit%26operation%3DLOAD%26case%3D${id};ng=true`;
}

/** The case that a path (with query) names, decoded as often as Alma's own addresses need; `undefined` when it names none. */
export function caseIn(path: string): string | undefined {
  let text = path;
  for (let round = 0; round < 4; round += 1) {
    const found = /[?&;]case=([\w-]+)/.exec(text);
    if (found) return found[1];
    try {
      text = decodeURIComponent(text);
    } catch {
      return undefined;
    }
  }
  return undefined;
}
