import { type Deed, harmOf } from '../alma/controls.ts';
import { userDetails } from '../alma/description.ts';
import { exLibrisAccount } from '../alma/people.ts';
import type { AlmaTab } from './alma-tab.ts';
import { expect, test } from './fixtures.ts';
import { type Cell, type Control, expected, nameOf, table, type Way, ways } from './guard-expected.ts';
import { everybody, type Room, rooms, type Whose } from './guard-rooms.ts';

/** Runs in the page: every control that the stand-in says does harm, one of each kind; `harm` comes from the stand-in's own description. */
function controlsIn(harm: Record<string, string>, only: string | undefined): Control[] {
  const pathOf = (element: Element): string => {
    const parent = element.parentElement;
    if (!parent) return element.localName;
    return `${pathOf(parent)} > :nth-child(${[...parent.children].indexOf(element) + 1})`;
  };
  const all = [...document.querySelectorAll<HTMLElement>('[data-does]')].filter((each) => !only || each.matches(only));
  return all.flatMap((element): Control[] => {
    const drawn = element.dataset.does ?? '';
    const beside = element.parentElement?.querySelector<HTMLElement>('input[type="submit"]');
    const does = harm[drawn] === 'part' ? (beside?.dataset.does ?? '') : drawn;
    if (harm[does] === undefined || harm[does] === 'none' || harm[does] === 'part') return [];
    const row = element.closest('tr')?.dataset.row;
    // The menu of a narrow window is in the document of a wide one, too.
    const isPutAway = element.closest('.responsiveMenu') !== null && !element.checkVisibility();
    const isHidden = element.closest('.hide,[hidden]') !== null || isPutAway;
    return [
      {
        path: pathOf(element),
        does,
        row: row === undefined ? undefined : Number(row),
        shape: `${element.localName}${element.id ? `#${element.id}` : element.className ? `.${element.className.split(' ')[0]}` : ''}`,
        label: element.textContent?.trim() || element.getAttribute('title') || element.getAttribute('value') || '',
        at: element.closest('table')
          ? 'row'
          : (element
              .closest('.responsiveMenu,.formFoot,.actionsPane,[role="dialog"],.listAction,.confirmDialog')
              ?.className.split(' ')[0] ?? 'bar'),
        isHidden,
        inMenu: element.closest('.dropdown-menu') !== null,
        canFocus: element.tabIndex >= 0 && !isHidden,
        canSubmit: element.matches('button[type="submit"],input[type="submit"]'),
        hotkey: element.dataset.hotkey && `${element.dataset.hintTitle ? '' : 'Control+'}Alt+${element.dataset.hotkey}`,
      },
    ];
  });
}

/** Of a list's rows the first tells; of the roles, Patron and one staff role. */
const isOneOfMany = ({ row }: Control): boolean => row !== undefined && row > 1;

/** Draws the room and waits until it has been read: what stands on it is ours, or nothing is. */
async function enter(tab: AlmaTab, room: Room, whose: Whose): Promise<void> {
  const page = room.page(whose);
  // Through a page that is none of ours: what stands afterwards belongs to this room.
  await tab.showInPlace('titles');
  await tab.until('the last page is left', async () => (await tab.ownElements()) === 0);
  const from = room.from?.(whose);
  if (from) {
    await tab.showInPlace(from);
    await tab.guidance();
  }
  await tab.showInPlace(page);
  await tab.evaluate('window.__alma.rehearse()');
  // A record without any ids is not read at all, and an ordinary person's row needs no mark.
  const hasMarks = page.screen === 'user-list' ? whose === 'protected' : !('ids' in page && page.ids === 'bare');
  // In a list the element may stand ready before the marks do.
  const ours = page.screen === 'user-list' ? 'alma-user-guard-mark' : 'alma-user-guard';
  if (hasMarks) await tab.until(`${room.name} is read`, async () => (await tab.count(ours)) > 0);
  else await tab.run(() => new Promise((done) => setTimeout(done, 1200)));
  if (room.opens) await tab.evaluate(`window.__alma.carryOut(${JSON.stringify(room.opens)})`);
}

/** What is on screen of the guard, and how much Alma has carried out so far. */
interface Look {
  asked: boolean;
  told: boolean;
  done: number;
}

/**
 * Runs in the page: makes the control ready to be used in a way, as a person would (the menu that it stands in is open, it has the focus),
 * and says where it is and what there is to see before.
 */
function prepare({ path, inMenu }: Control, way: Way): Look & { x: number; y: number } {
  const element = document.querySelector<HTMLElement>(path);
  for (const box of document.querySelectorAll<HTMLInputElement>('[role="switch"]')) box.checked = box.defaultChecked;
  const menu = element?.closest('.dropdown-menu');
  if (inMenu && !menu?.classList.contains('show')) {
    menu?.parentElement?.querySelector<HTMLElement>('[data-does="menu"]')?.click();
  }
  // A switch is used by its label.
  const place = element?.closest('label') ?? element;
  place?.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (way === 'keyboard') element?.focus();
  const { left, top, width, height } = place?.getBoundingClientRect() ?? new DOMRect();
  const root = document.querySelector('alma-user-guard')?.shadowRoot;
  return {
    asked: root?.querySelector('[role="alertdialog"]') != null,
    told: root?.querySelector('[role="status"][popover]') != null,
    done: (window as unknown as { __alma: { done: string[] } }).__alma.done.length,
    x: left + width / 2,
    y: top + height / 2,
  };
}

const isCheckbox = ({ shape, does }: Control): boolean =>
  does === 'toggle' && (shape === 'input' || shape.includes('INPUT_'));

/** Whether a control can be used in this way at all. */
const hasWay = ({ isHidden, canFocus, canSubmit, hotkey }: Control, way: Way): boolean =>
  ({
    mouse: !isHidden,
    touch: !isHidden,
    keyboard: canFocus,
    script: true,
    hotkey: hotkey !== undefined,
    form: canSubmit,
  })[way];

/** What follows from a press within this many milliseconds belongs to it; submitting the form is to be a press of its own. */
const pressLasts = 1100;
/** For that the form comes first: before it, nothing was pressed that belongs to the control. */
const order: readonly Way[] = ['form', ...ways.filter((way) => way !== 'form')];

async function use(tab: AlmaTab, control: Control, way: Way, at: { x: number; y: number }): Promise<void> {
  switch (way) {
    case 'mouse':
      return tab.tab.click(at);
    case 'touch':
      return tab.tab.tap(at);
    case 'keyboard':
      return tab.press(isCheckbox(control) ? ' ' : 'Enter');
    case 'script':
      return tab.run((selector) => document.querySelector<HTMLElement>(selector)?.click(), control.path);
    case 'hotkey':
      return tab.press(control.hotkey as 'Alt+s');
    case 'form':
      return tab.run((selector) => {
        const button = document.querySelector<HTMLButtonElement>(selector);
        button?.form?.requestSubmit(button);
      }, control.path);
  }
}

/**
 * Runs in the page: waits for two seconds until something has come of a press, sends ours away by its own button, and says what there was and
 * whether anything is left of it; `undefined` when nothing came.
 */
async function follow(before: Look): Promise<(Look & { isLeft: boolean }) | undefined> {
  const shown = (selector: string) =>
    document.querySelector('alma-user-guard')?.shadowRoot?.querySelector<HTMLElement>(selector);
  const [question, notice] = ['[role="alertdialog"]', '[role="status"][popover]'];
  const look = () => ({
    asked: shown(question)?.matches(':modal') === true,
    told: shown(notice) != null,
    done: (window as unknown as { __alma: { done: string[] } }).__alma.done.length,
  });
  for (let looks = 0; looks < 100; looks += 1) {
    const seen = look();
    if (seen.asked || seen.told || seen.done > before.done) {
      shown(`:is(${question},${notice}) [data-choice="leave"]`)?.click();
      const after = look();
      return { ...seen, isLeft: after.asked || after.told };
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  return undefined;
}

/** Tries a control in one way and says what came of it; the page is as before afterwards. */
async function outcome(tab: AlmaTab, control: Control, way: Way): Promise<Cell['outcome']> {
  const name = `${nameOf(control)} by ${way}`;
  const [before, after] = await tab.until(`something comes of ${name}`, async () => {
    // A finger that meets a page which has just moved hits nothing, and is put down again.
    const { x, y, ...before } = await tab.run(prepare, control, way);
    expect(before, `nothing is left of an earlier try before ${name}`).toMatchObject({ asked: false, told: false });
    await use(tab, control, way, { x, y });
    const after = await tab.run(follow, before);
    return after && ([before, after] as const);
  });
  expect(
    after,
    `${name}: what is held has not reached Alma, what goes ahead reaches it once, and ours leaves`,
  ).toMatchObject({
    done: before.done + (after.asked ? 0 : 1),
    isLeft: false,
  });
  return after.asked ? 'held' : after.told ? 'told' : 'passes';
}

/** Whether two controls may be the parts of one: the link or toggle that a person sees, and the hidden button beside it. */
const isBeside = (one: Control, other: Control | undefined): boolean =>
  other !== undefined && parentPath(one) === parentPath(other);
const parentPath = ({ path }: Control): string => path.slice(0, path.lastIndexOf(' > '));

test('every control of the stand-in that does harm, in every way, on every kind of record', async ({
  desk,
  family,
}) => {
  test.setTimeout(2_700_000);
  const cells: Cell[] = [];
  const found = new Set<string>();
  const tab = await desk.openAlma(userDetails(exLibrisAccount, { editable: true }));
  await tab.guidance();
  let layout = '2026';
  for (const room of rooms) {
    for (const whose of room.whose ?? everybody) {
      const page = room.page(whose);
      // An Alma has one layout. Once the policy is known, the pages that follow are drawn in the same document.
      if (page.layout !== layout) {
        layout = page.layout;
        await tab.open(userDetails(exLibrisAccount, { editable: true, layout: page.layout }));
        await tab.guidance();
      }
      await enter(tab, room, whose);
      const controls = await tab.run(controlsIn, harmOf, room.only ?? undefined);
      expect(controls.length, `there is something to try in ${room.name}`).toBeGreaterThan(0);
      let last: Control | undefined;
      for (const control of controls.filter((each) => !isOneOfMany(each))) {
        found.add(control.does);
        if (control.canSubmit && isBeside(control, last)) await new Promise((done) => setTimeout(done, pressLasts));
        last = control;
        for (const way of order.filter((each) => hasWay(control, each))) {
          const wanted = expected(control, whose, room, way);
          const seen = await outcome(tab, control, way);
          cells.push({ room: room.name, control: nameOf(control), whose, way, outcome: seen, why: wanted.why });
          expect.soft(seen, `${room.name}, ${whose}: ${nameOf(control)} by ${way}`).toBe(wanted.outcome);
        }
      }
    }
  }
  // None of the stand-in's own list of harmful deeds was left out.
  const harmful = (Object.keys(harmOf) as Deed[]).filter((deed) => !['none', 'part'].includes(harmOf[deed]));
  expect([...found].sort()).toEqual(harmful.sort());
  await tab.open(userDetails(exLibrisAccount, { layout: 'new', editable: true, deleteButton: true }));
  await tab.guidance();
  await tab.evaluate('window.__alma.rehearse()');
  cells.push(...(await uncatchable(tab)));
  console.log(`\n${family}\n${table(cells)}`);
});

/** What no script of an extension can tell: it sends no event, or one that names no control. */
async function uncatchable(tab: AlmaTab): Promise<Cell[]> {
  const why = 'no event, or none that names a control: no content script can tell';
  const tries: readonly (readonly [name: string, act: string, arrived: string])[] = [
    [
      'a handler called directly',
      `window.__alma.carryOut('[data-does="save"]')`,
      `window.__alma.done.includes('save')`,
    ],
    [
      'requestSubmit() without a button',
      `document.forms[0].requestSubmit()`,
      `window.__alma.received.some(({ what }) => what === 'submit')`,
    ],
    [
      'form.submit()',
      'HTMLFormElement.prototype.submit.call(document.forms[0])',
      `location.pathname === '/stand-in/post'`,
    ],
  ];
  const seen: Cell[] = [];
  for (const [name, act, arrived] of tries) {
    await tab.evaluate(`void (${act})`);
    await tab.until(`${name} arrives`, () => tab.evaluate<boolean>(arrived).catch(() => false));
    seen.push({ room: 'beyond any guard', control: name, whose: 'protected', way: 'script', outcome: 'passes', why });
  }
  return seen;
}
