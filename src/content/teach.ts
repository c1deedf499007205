import type { ReadingOptions } from '../alma/pages/options.ts';
import { collectOn } from '../alma/teaching/collecting.ts';
import { pointingFor } from '../alma/teaching/lesson.ts';
import { reportPage } from '../alma/teaching/page-report.ts';
import type { Host } from '../guidance/host.ts';
import { fieldLabel } from '../guidance/present.ts';
import { startPointing } from '../guidance/teaching/pointing.ts';
import { type ForPopup, requestKeeping } from '../platform/messages.ts';
import { say } from '../platform/say.ts';

/** What the popup can ask for on this page, and what ends a person's pointing when another record comes. */
export interface Teaching extends ForPopup {
  readonly onRecord: (key: string | undefined) => void;
}

/** Lets a person teach the reader on this page, when the popup asks for it, and reports the page's structure. */
export function teachingOn(
  { document, location }: Window,
  host: Host,
  options: () => ReadingOptions,
  signal: AbortSignal,
): Teaching {
  let shown: string | undefined;
  let pointing = new AbortController();
  let collecting = new AbortController();
  return {
    teach(field) {
      pointing.abort();
      if (shown === undefined) return false;
      pointing = new AbortController();
      startPointing(
        document,
        {
          host,
          say,
          field: fieldLabel(field, say),
          pointing: pointingFor(document, field, options),
          keep: (locator) => requestKeeping(location.host, locator),
        },
        AbortSignal.any([signal, pointing.signal]),
      );
      return true;
    },
    report: (grammar) => reportPage(document, grammar),
    collect(report, tell) {
      collecting.abort();
      collecting = new AbortController();
      if (tell) collectOn(document, report, tell, AbortSignal.any([signal, collecting.signal]));
    },
    onRecord(key) {
      if (key !== shown) pointing.abort();
      shown = key;
    },
  };
}
