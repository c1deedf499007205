// What the platform's scripts of 2026 do besides: buttons move into a menu on narrow windows, the title bar stays on top, `/` goes to the
// search, a click outside closes what is open.

const narrow = globalThis.matchMedia?.('(max-width: 800px)');

/** Page buttons stand in the bar, or in its menu; a page that was drawn with its buttons in the menu keeps them there. */
export function placeButtons() {
  const bar = document.querySelector('.btnWrapper.jsResponsive-parent');
  const menu = document.querySelector('.responsiveMenuContainer .responsiveMenu');
  if (!bar || !menu || !narrow) return;
  const buttons = narrow.matches ? [...bar.querySelectorAll('button')] : [...menu.querySelectorAll('.movedButton')];
  for (const button of buttons) {
    const place = document.createElement(narrow.matches ? 'li' : 'div');
    if (!narrow.matches) place.className = 'pull-right marLeft10';
    const before = button.parentElement;
    button.classList.toggle('movedButton', narrow.matches);
    place.append(button);
    (narrow.matches ? menu : bar).append(place);
    before?.remove();
  }
}

/** The title bar leaves its place in the flow once the page is scrolled past it; the box after it keeps the room. */
function affixTitle() {
  const title = document.getElementById('breadcrumbs');
  const room = document.getElementById('breadcrumbsAffixedElementPlaceholder');
  if (!title || !room) return;
  const isAffixed = title.classList.contains('affixed');
  const top = (isAffixed ? room : title).getBoundingClientRect().top;
  // What follows must not move when the bar leaves its place.
  if (!isAffixed) room.style.height = `${title.getBoundingClientRect().height}px`;
  title.classList.toggle('affixed', top < 0);
}

/** @param {Event} event */
const isOutside = ({ target }) =>
  !(
    target instanceof Element &&
    target.closest('.jsCloseableIgnore, .jsCloseableContainer, .jsCloseableContainerOpener')
  );

/** @param {KeyboardEvent} event */
function searchByKey(event) {
  if (event.key !== '/' || (event.target instanceof Element && event.target.matches('input, textarea, select'))) return;
  const search = document.getElementById('ALMA_MENU_TOP_NAV_Search_Text');
  if (!search) return;
  event.preventDefault();
  search.focus();
}

/** What the visible part of a section, or of the menu of a narrow window, does. @type {Record<string, (control: Element) => void>} */
export const skeletonDeeds = {
  fold: (control) => {
    const body = document.getElementById(control.getAttribute('aria-controls') ?? '');
    const isOpen = body?.classList.toggle('show') ?? false;
    body?.classList.toggle('in', isOpen);
    control.setAttribute('aria-expanded', String(isOpen));
  },
  'responsive-menu': (control) =>
    void control.parentElement?.querySelector('.responsiveMenu')?.classList.toggle('show'),
};

/** Starts what the skeleton of 2026 does; on other pages nothing of it is found. @param {() => void} closeMenus */
export function startSkeleton(closeMenus) {
  placeButtons();
  narrow?.addEventListener('change', placeButtons);
  document.addEventListener('scroll', affixTitle, { passive: true });
  document.addEventListener('click', (event) => {
    if (document.getElementById('externalHtml') && isOutside(event)) closeMenus();
  });
  document.addEventListener('keydown', searchByKey);
}
