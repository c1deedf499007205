import type { AlmaPage, Person } from '../description.ts';
import type { Html } from '../html.ts';
import { exLibrisAccount, ordinaryPatron, shownName } from '../people.ts';
import { peopleOnScreen } from '../user-list.ts';

/** A thing on the page as the platform's apps are told of it. The link is percent-encoded, its dots as well. */
interface Entity {
  readonly id: string;
  readonly type: string;
  readonly link: string;
  readonly description: string;
}

const encoded = (text: string): string => encodeURIComponent(text).replaceAll('.', '%2E').replaceAll("'", '%27');

/** Somebody without a primary identifier has a link all the same. */
const userEntity = (person: Person): Entity => ({
  id: String(2_300_000 + shownName(person).length * 17),
  type: 'USER',
  link: `/users/${person.id === null ? 'null' : encoded(person.id)}`,
  description: shownName(person),
});

/** Somebody else, for pages whose script text is about another user. */
const somebodyElse = (person: Person): Person => (person.id === ordinaryPatron.id ? exLibrisAccount : ordinaryPatron);

/** The things of which a page's script text tells, by what the page is about. */
function thingsOn(page: AlmaPage): readonly Entity[] {
  switch (page.screen) {
    case 'user-list':
      return page.pickList === 'opener' ? [] : peopleOnScreen(page).map(userEntity);
    case 'user-details':
    case 'add-role':
    case 'add-from-profiles':
    case 'role-details':
    case 'patron-services':
      return [userEntity(page.person)];
    case 'vendor-contact':
      return [{ id: '88', type: 'VENDOR', link: '/acq/vendors/LANTERN', description: 'Lantern Books' }];
    case 'set-details':
      return [{ id: '77', type: 'SET', link: '/conf/sets/77', description: 'Left before 2025' }];
    default:
      return [];
  }
}

function entitiesOf(page: AlmaPage): readonly Entity[] {
  const things = thingsOn(page);
  const person = 'person' in page ? page.person : page.screen === 'user-list' ? page.people[0] : undefined;
  switch (page.skeleton.entities) {
    case 'none':
      return [];
    case 'other':
      return person && things.length > 0 ? [userEntity(somebodyElse(person))] : things;
    case 'several':
      return person && things.length > 0 ? [...things, userEntity(somebodyElse(person))] : things;
    default:
      return things;
  }
}

/** A text as it stands between the single quotes of a script; nothing in it can end the script. */
const quoted = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll("'", "\\'").replaceAll('<', '\\u003c');

/** The script text that tells the platform's apps what is on the page; `null` on a page without one. */
export function entityScript(page: AlmaPage): Html | null {
  if (page.skeleton.entities === 'absent') return null;
  const json = quoted(JSON.stringify({ entities: entitiesOf(page) }));
  return {
    markup: `<div id="apm-set"><script>AlmaPageMetadata.swap(false);window.AlmaPageMetadata.set(JSON.parse('${json}'));</script></div>`,
  };
}
