/** Page buttons that show a hotkey hint and may answer to this key: the hint's letter where it is one, else any. */
export function hotkeyTargets(document: Document, event: KeyboardEvent): Element[] {
  const hints = [...document.querySelectorAll('.jsHotkeyHint')];
  return hints.flatMap((hint) => {
    const button = hint.closest('button,input,a,[id^="PAGE_BUTTONS_"]') ?? hint;
    const letter = hint === button ? '' : (hint.textContent ?? '').trim().toLowerCase();
    const pressed = [event.key.toLowerCase(), event.code.replace(/^(Key|Digit)/, '').toLowerCase()];
    return letter.length !== 1 || pressed.includes(letter) ? [button] : [];
  });
}
