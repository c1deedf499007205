/** Alma redraws in bursts: a page is told of once it has been quiet for so many milliseconds. */
const quiet = 600;

/**
 * Tells of the page in view, and again each time that it has changed and come to rest, until the signal is aborted or nobody listens any more.
 * `report` gives what is told; what was told last is not told again.
 */
export function collectOn<Report>(
  document: Document,
  report: () => Report,
  tell: (report: Report) => Promise<boolean>,
  signal: AbortSignal,
): void {
  let last = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Changes of our own count, too: they come once the page has been read, and then there is more to tell.
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(look, quiet);
  });
  const end = (): void => {
    watch.disconnect();
    clearTimeout(timer);
  };
  function look(): void {
    if (signal.aborted) return;
    const now = report();
    const print = JSON.stringify(now);
    if (print === last) return;
    last = print;
    void tell(now).then((isHeard) => isHeard || end());
  }
  signal.addEventListener('abort', end, { once: true });
  watch.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'aria-expanded', 'aria-selected'],
  });
  look();
}
