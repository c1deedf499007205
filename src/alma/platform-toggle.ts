/**
 * The platform's own toggle, as read on 2026 pages: a visible part that flips a class on its holder and then clicks a hidden submit
 * input beside it. Neither has a role or a state of its own: the holder's class and the input's picture tell.
 */
export interface PlatformToggle {
  readonly holder: Element;
  readonly visible: Element | undefined;
  /** The hidden input that carries the field's id and is sent to the server. */
  readonly hidden: HTMLInputElement | undefined;
}

/** What a click of a person lands on. */
export const visiblePart = '.toggleCheck';
const hiddenPart = 'input.submitableIcons';
const holder = '.checkContainer';

/** A state in the file name of a picture: `…/icon_active.png`, `…/icon_inactive.png`. */
const pictured = /(?:^|[/_-])(active|enabled|on|inactive|disabled|off)\.(?:png|gif|svg|jpe?g|webp)/i;

/** The toggle that a control is a part of; `undefined` for every other control. */
export function platformToggleOf(control: Element): PlatformToggle | undefined {
  const around =
    control.closest(holder) ?? (control.matches(`${visiblePart},${hiddenPart}`) ? control.parentElement : null);
  if (!around) return undefined;
  const hidden = around.querySelector(`${hiddenPart},input[type="submit"],input[type="image"],input[type="button"]`);
  return {
    holder: around,
    visible: around.querySelector(visiblePart) ?? undefined,
    hidden: hidden instanceof HTMLInputElement ? hidden : undefined,
  };
}

/**
 * Whether the toggle stands on "on" for the server, as far as this part of it can tell. The visible part is asked before it flips the
 * class: it is on if class or picture says so. When the hidden input is clicked the class already shows what comes: its picture alone tells.
 */
export function isPlatformToggleOn({ holder, hidden }: PlatformToggle, control: Element): boolean | undefined {
  const picture = hidden && pictureState(hidden);
  if (control === hidden) return picture;
  return picture === true || !holder.matches('.inactive,.off');
}

/** What the toggle shows while nobody uses it: its class and its picture say the same, or nobody knows. */
export function stateShownBy({ holder, hidden }: PlatformToggle): boolean | undefined {
  const picture = hidden && pictureState(hidden);
  const isOff = holder.matches('.inactive,.off');
  return picture === undefined ? (isOff ? false : undefined) : picture === isOff ? undefined : picture;
}

function pictureState(input: HTMLInputElement): boolean | undefined {
  const told = ['alt', 'src', 'style'].map((name) => pictured.exec(input.getAttribute(name) ?? '')?.[1]);
  const state = told.find((text) => text !== undefined);
  return state === undefined ? undefined : /^(active|enabled|on)$/i.test(state);
}
