// What Alma's own scripts do, as far as tests need it: draws pages in place, opens row menus and confirm dialogs, carries out what is
// confirmed, and notes what its handlers received. Handlers are delegated on the document, in the bubbling phase, as Alma's are.

import { placeButtons, skeletonDeeds, startSkeleton } from './skeleton.js';

/**
 * @typedef {{ what: 'click' | 'change' | 'submit' | 'hotkey', id: string, key?: string }} Received
 * @typedef {{ words: Record<string, string>, layout: string, ids: string, confirm: string, confirmNames: boolean,
 *   clock: boolean, key: string, address: string }} Settings
 */

/** @type {Received[]} */
const received = [];
/** What was carried out, such as `delete userList 3`. @type {string[]} */
const done = [];

/** @returns {Settings} */
const settings = () => JSON.parse(document.querySelector('meta[name="stand-in"]')?.getAttribute('content') ?? '{}');

/** What is swapped when another page comes: the fragment of 2026, or the form of earlier layouts. @param {Document} whole */
const swapped = (whole) => whole.querySelector('#externalHtml > #fullPageContent') ?? whole.getElementById('pageForm');

const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

/** @param {boolean} isBusy */
const blocker = (isBusy) => document.getElementById('loadingBlocker')?.classList.toggle('hide', !isBusy);

const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('stand-in-alma', {
  createHTML: (/** @type {string} */ text) => text,
});

/** @param {string} markup */
const parsed = (markup) => new DOMParser().parseFromString(trusted ? trusted.createHTML(markup) : markup, 'text/html');

/**
 * Draws another page in place: spinner, old form gone, new form, then the body's id, then the spinner goes.
 * @param {Response} response
 * @param {boolean} isNewAddress
 */
async function draw(response, isNewAddress) {
  const markup = await response.text();
  if (!response.ok) throw new Error(markup);
  const next = parsed(markup);
  blocker(true);
  closeDialog();
  await moment();
  const form = swapped(document);
  const nextForm = swapped(next);
  if (form?.id !== nextForm?.id || !form || !nextForm) {
    location.href = JSON.parse(next.querySelector('meta[name="stand-in"]')?.getAttribute('content') ?? '{}').address;
    return;
  }
  const nextSettings = next.querySelector('meta[name="stand-in"]');
  const isBusyThere = !next.getElementById('loadingBlocker')?.classList.contains('hide');
  form.replaceWith(document.adoptNode(nextForm));
  placeButtons();
  if (nextSettings) document.querySelector('meta[name="stand-in"]')?.replaceWith(document.adoptNode(nextSettings));
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  await moment();
  if (next.body.id) document.body.id = next.body.id;
  else document.body.removeAttribute('id');
  if (isNewAddress && settings().layout === 'new') history.pushState({ key: settings().key }, '', settings().address);
  await moment();
  blocker(isBusyThere);
}

/**
 * @param {string | object} page a case's id, a path, or a description
 */
async function show(page) {
  const isDescription = typeof page !== 'string';
  const path = isDescription
    ? '/stand-in/show'
    : page.startsWith('/')
      ? page
      : `/stand-in/page?case=${page}&layout=${settings().layout}`;
  await draw(await fetch(path, isDescription ? { method: 'POST', body: JSON.stringify(page) } : {}), true);
}

/**
 * Where a control leads.
 * @param {string} to
 * @param {number} row
 */
async function go(to, row) {
  blocker(true);
  const query = new URLSearchParams({ from: settings().key, to, row: String(row) });
  await draw(await fetch(`/stand-in/go?${query}`), true);
}

/**
 * Draws a part of the page anew, in other nodes; typed values are gone. `from` takes the part from another case of the matrix.
 * @param {{ part?: string, from?: string }} [which]
 */
async function rerender({ part = '.pageContent', from = settings().key } = {}) {
  const response = await fetch(`/stand-in/page?case=${from}&layout=${settings().layout}`);
  const next = parsed(await response.text()).querySelector(part);
  const old = document.querySelector(part);
  if (!next || !old) throw new Error(`There is no ${part} to draw anew.`);
  old.replaceWith(document.adoptNode(next));
  placeButtons();
}

let ticks = 0;

/** Changes the clock once. */
function tick() {
  ticks += 1;
  const clock = document.querySelector('.clock');
  if (clock)
    clock.textContent = `09:${String(Math.floor(ticks / 60) % 60).padStart(2, '0')}:${String(ticks % 60).padStart(2, '0')}`;
}

/** @param {Element} element */
const nameOf = (element) => element.id || element.closest('[id]')?.id || '';

/** The row as the server drew it, from 0; it stays the row's own when rows are sorted or go. @param {Element} element */
const rowNumber = (element) => Number(element.closest('tr')?.dataset.row ?? 0);

/** @param {string} question @param {string} subject @param {() => void} onConfirm */
function ask(question, subject, onConfirm) {
  closeDialog();
  const { words, confirm, confirmNames, ids } = settings();
  const box = document.createElement(confirm === 'dialog' ? 'dialog' : 'div');
  // A layer of a class that nobody knows has no role either.
  box.className = confirm === 'layer' ? 'floatingQuestion confirmDialog' : 'modal in confirmDialog';
  if (confirm === 'modal') box.setAttribute('role', 'dialog');
  const title = document.createElement('h3');
  if (confirm !== 'layer') title.className = 'modal-title';
  title.textContent = words.confirmTitle ?? '';
  const text = document.createElement('p');
  text.textContent = confirmNames && subject ? `${question} ${subject}` : question;
  const buttons = document.createElement('div');
  if (confirm !== 'layer') buttons.className = 'modal-footer';
  for (const [k, label] of [
    ['cbuttonconfirmationcancel', words.cancel],
    ['cbuttonconfirmationconfirm', words.confirm],
  ]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-secondary';
    if (ids !== 'bare' && confirm !== 'layer') button.id = `PAGE_BUTTONS_${k}`;
    button.name = 'page.buttons.operation';
    button.value = label ?? '';
    button.textContent = label ?? '';
    button.dataset.does = k === 'cbuttonconfirmationconfirm' ? 'confirm' : 'cancel';
    buttons.append(button);
  }
  const content = document.createElement('div');
  if (confirm !== 'layer') content.className = 'modal-content';
  content.append(title, text, buttons);
  box.append(content);
  document.body.append(box);
  confirmed = onConfirm;
  if (box instanceof HTMLDialogElement) box.showModal();
  /** @type {HTMLElement | null} */ (buttons.lastElementChild)?.focus();
}

/** @type {(() => void) | undefined} */
let confirmed;

function closeDialog() {
  confirmed = undefined;
  for (const box of document.querySelectorAll('.confirmDialog')) box.remove();
}

/** @param {Element | null | undefined} [but] */
function closeMenus(but) {
  for (const menu of document.querySelectorAll('.dropdown-menu.show')) {
    if (menu === but) continue;
    menu.classList.remove('show');
    menu.parentElement?.querySelector('[data-does="menu"]')?.setAttribute('aria-expanded', 'false');
  }
}

/** @param {string} text */
function message(text) {
  const place = document.querySelector('.infoErrorMessages');
  if (place) place.textContent = text;
}

/** @param {Element} control */
const listOf = (control) => control.closest('table')?.id.replace('TABLE_DATA_', '') || 'page';

/** @param {Element} control */
const subjectOf = (control) =>
  (control.closest('tr')?.querySelector('a[data-does="open"]') ?? document.querySelector('.headline'))?.textContent ??
  '';

/** @type {Record<string, (control: HTMLElement) => void>} */
const deeds = {
  ...skeletonDeeds,
  go: (control) => void go(control.dataset.to ?? '', rowNumber(control)),
  open: (control) => void go('open', rowNumber(control)),
  pick: (control) => void done.push(`pick ${rowNumber(control)}`),
  menu: (control) => {
    const menu = control.parentElement?.querySelector('.dropdown-menu');
    closeMenus(menu);
    control.setAttribute('aria-expanded', String(menu?.classList.toggle('show') ?? false));
  },
  delete: (control) => {
    const row = control.closest('tr');
    const what = `delete ${listOf(control)} ${row ? rowNumber(control) : 0}`;
    ask(settings().words.areYouSure ?? '', subjectOf(control), () => {
      done.push(what);
      row?.remove();
      message(settings().words.done ?? '');
    });
  },
  'delete-line': (control) => {
    ask(settings().words.areYouSureDelete ?? '', '', () => void done.push(`delete-line ${rowNumber(control)}`));
  },
  'remove-role': (control) => {
    done.push(`remove-role ${rowNumber(control)}`);
    control.closest('tr')?.remove();
  },
  duplicate: () => {},
  purge: (control) => {
    ask(settings().words.areYouSureRun ?? '', subjectOf(control), () => void done.push('purge page'));
  },
  deactivate: () => void done.push('deactivate page'),
  'account-type': () => void done.push('account-type'),
  write: () => void done.push('write'),
  'press-beside': (control) => besideOf(control)?.click(),
  flip: (control) => {
    control.parentElement?.classList.toggle('inactive');
    besideOf(control)?.click();
  },
  toggle: (control) => {
    const holder = control.closest('.checkContainer');
    const isOn = holder ? !holder.classList.contains('inactive') : /** @type {HTMLInputElement} */ (control).checked;
    if (holder) control.setAttribute('alt', `/stand-in/icon_${isOn ? 'active' : 'inactive'}.png`);
    done.push(`toggle ${listOf(control)} ${rowNumber(control)} ${isOn ? 'on' : 'off'}`);
  },
  save: () => {
    done.push('save');
    blocker(true);
    void moment().then(() => {
      message(settings().words.done ?? '');
      blocker(false);
    });
  },
  run: () => ask(settings().words.areYouSureRun ?? '', '', () => void done.push('run')),
  merge: () => ask(settings().words.areYouSureRun ?? '', '', () => void done.push('merge')),
  find: () => void rerender(),
  page: (control) => void go(`page:${control.dataset.to}`, 0),
  sort: (control) => sortBy(control),
  confirm: () => {
    const then = confirmed;
    closeDialog();
    then?.();
  },
  cancel: closeDialog,
};

/** The hidden button beside the visible part of a control. @param {Element} control */
const besideOf = (control) =>
  /** @type {HTMLElement | null} */ (control.parentElement?.querySelector('input[type="submit"]'));

/** Sorts the rows on screen by a column; ids keep their rows' numbers by place, as after a round trip. @param {Element} control */
function sortBy(control) {
  const head = control.closest('th');
  const table = control.closest('table');
  if (!head?.parentElement || !table) return;
  const column = [...head.parentElement.children].indexOf(head);
  const body = table.tBodies[0];
  if (!body) return;
  const textIn = (/** @type {Element} */ row) => row.children[column]?.textContent ?? '';
  const sorted = [...body.querySelectorAll('tr')].sort((a, b) => textIn(a).localeCompare(textIn(b), 'en'));
  for (const [n, row] of sorted.entries()) renumber(row, n);
  body.replaceChildren(...sorted);
}

/** @param {Element} row @param {number} n */
function renumber(row, n) {
  for (const element of row.querySelectorAll('[id]')) {
    element.id = element.id
      .replace(/_ROW_\d+_COL_/, `_ROW_${n}_COL_`)
      .replace(/^(input_[A-Za-z]+_)\d+$/, `$1${n}`)
      .replace(/^(ROW_ACTION_(?:LI_)?[A-Za-z]+_)\d+/, `$1${n}`);
  }
}

document.addEventListener('click', (event) => {
  const control =
    event.target instanceof Element ? event.target.closest('[data-does], .comboButton, .comboList a') : null;
  if (!(control instanceof HTMLElement)) return;
  const does = control.dataset.does;
  // A switch works by its change, not by its click.
  if (does === 'toggle' && control.matches('[type="checkbox"]')) return;
  if (control.matches('a, button, input[type="submit"]')) event.preventDefault();
  received.push({ what: 'click', id: nameOf(control) });
  if (does !== 'menu') closeMenus();
  if (does) act(control);
  else combo(control);
});

/** @param {HTMLElement} control */
function combo(control) {
  const box = control.closest('.comboBox');
  const list = /** @type {HTMLElement | null} */ (box?.querySelector('.comboList'));
  if (!box || !list) return;
  list.hidden = !list.hidden;
  const item = control.closest('li');
  const select = box.querySelector('select');
  const input = box.querySelector('input');
  if (!item?.parentElement || !select || !input) return;
  select.selectedIndex = [...item.parentElement.children].indexOf(item);
  input.value = item.title;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('change', (event) => {
  const control = event.target instanceof HTMLElement ? event.target : null;
  if (!control) return;
  received.push({ what: 'change', id: nameOf(control) });
  if (control.dataset.does === 'toggle') act(control);
  const posts = control.dataset.posts;
  if (posts) void go(`${posts}:${/** @type {HTMLSelectElement} */ (control).value}`, 0);
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  received.push({ what: 'submit', id: event.target instanceof Element ? nameOf(event.target) : '' });
  const by = event.submitter;
  if (by instanceof HTMLElement) act(by);
});

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.key.length !== 1) return;
  const button = document.querySelector(`[data-hotkey="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!(button instanceof HTMLElement)) return;
  const isOf2026 = button.dataset.hintTitle !== undefined;
  if (isOf2026 === event.ctrlKey) return;
  event.preventDefault();
  received.push({ what: 'hotkey', id: nameOf(button), key: event.key });
  // The platform's script presses the button, the classic one does what the button does.
  if (isOf2026) button.click();
  else act(button);
});

/** A box that can be reached by Tab does by Enter what it does by a click. */
document.addEventListener('keydown', (event) => {
  const control = event.target instanceof HTMLElement ? event.target : null;
  if (event.key === 'Enter' && control?.dataset.does === 'flip') act(control);
});

window.addEventListener('popstate', () => void fetch(location.href).then((response) => draw(response, false)));

startSkeleton(closeMenus);
if (settings().clock) setInterval(tick, 100);

let dry = false;

/** From now on controls do nothing but note what they would have done: pages stay as they are while one control after the other is tried. */
const rehearse = () => {
  dry = true;
};

/** What a person sees goes on in a rehearsal: menus open, and a control's visible part presses the hidden one. */
const alsoInRehearsal = new Set(['menu', 'press-beside', 'cancel', 'fold', 'responsive-menu']);

/** @param {HTMLElement} control */
function act(control) {
  const does = control.dataset.does ?? '';
  if (!dry || alsoInRehearsal.has(does)) deeds[does]?.(control);
  else if (does === 'flip') besideOf(control)?.click();
  else done.push(does);
}

/** Does what a control does without the control: its handler is called, and no event is sent. @param {string} selector */
function carryOut(selector) {
  const control = document.querySelector(selector);
  if (!(control instanceof HTMLElement)) throw new Error(`There is no ${selector}.`);
  deeds[control.dataset.does ?? '']?.(control);
}

Object.assign(window, { __alma: { received, done, show, go, rerender, tick, carryOut, rehearse } });
