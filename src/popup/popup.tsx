import { useEffect, useState } from 'preact/hooks';
import type { PageName } from '../platform/addresses.ts';
import type { PageDescription, Silence } from '../platform/messages.ts';
import { localDay } from '../record/index.ts';
import type { RoleName } from '../rules/policy.ts';
import type { InForce } from '../settings/index.ts';
import type { Say } from '../texts/index.ts';
import { AboutSection } from './about-section.tsx';
import { CheckSection } from './check-section.tsx';
import { PageSection } from './page-section.tsx';
import { PolicySection } from './policy-section.tsx';
import { ReviewReminder } from './review-reminder.tsx';
import { RulesSection } from './rules-section.tsx';
import type { NoAnswer, PageAnswer, Shared } from './section.tsx';

/** What the popup reaches outside itself. */
export interface PopupDoors {
  /** What the Alma page in front shows; without an answer, why. */
  readonly describe: () => Promise<PageDescription | Silence>;
  /** Whether the browser withholds access to Alma's pages. */
  readonly isAccessWithheld: () => Promise<boolean>;
  /** Asks for that access, from a click; gives whether it was allowed. */
  readonly requestAccess: () => Promise<boolean>;
  readonly watchPolicy: (host: string | undefined, onChange: (inForce: InForce) => void, signal: AbortSignal) => void;
  readonly open: (page: PageName, section?: string) => void;
  /** Lets the person point at a field in a tab; gives whether the page there could be asked. */
  readonly teach: (tab: number, field: string) => Promise<boolean>;
  /** Keeps which role a name on a page of a host is: `kept`, or why not. */
  readonly nameRole: (host: string, named: RoleName) => Promise<string>;
  readonly today: Date;
  readonly version: string;
}

/** The whole popup. */
export function Popup({ doors, say }: { doors: PopupDoors; say: Say }) {
  const [page, setPage] = useState<PageAnswer>();
  const [inForce, setInForce] = useState<InForce>();
  useEffect(() => watch(doors, setPage, setInForce), [doors]);
  const tab = typeof page === 'object' ? page.tab : undefined;
  const teach = async (field: string) => tab !== undefined && doors.teach(tab, field);
  const host = typeof page === 'object' ? page.host : '';
  const nameRole = (named: RoleName) => doors.nameRole(host, named);
  const allow = async () => {
    if (await doors.requestAccess().catch(() => false)) setPage('allowed');
  };
  const shared: Shared = { say, today: localDay(doors.today), open: doors.open };
  return (
    <>
      <header class="top">
        <img src="/icons/48.png" alt="" width="28" height="28" />
        <h1>{say('extension_name')}</h1>
        <button type="button" onClick={() => doors.open('options')}>
          {say('popup_options')}
        </button>
      </header>
      <main>
        <PageSection
          page={page}
          inForce={inForce}
          teach={teach}
          nameRole={nameRole}
          allow={() => void allow()}
          {...shared}
        />
        {inForce && <ReviewReminder policy={inForce.policy} {...shared} />}
        {inForce && <CheckSection policy={inForce.policy} {...shared} />}
        {inForce && <PolicySection inForce={inForce} {...shared} />}
        {inForce && <RulesSection policy={inForce.policy} {...shared} />}
        <AboutSection version={doors.version} {...shared} />
      </main>
    </>
  );
}

/** Asks the page, and then follows the policy that is in force on its host. Gives what ends it. */
function watch(
  doors: PopupDoors,
  onPage: (page: PageAnswer) => void,
  onPolicy: (inForce: InForce) => void,
): () => void {
  const life = new AbortController();
  async function begin(): Promise<void> {
    const page = await answerOf(doors);
    if (life.signal.aborted) return;
    onPage(page);
    doors.watchPolicy(typeof page === 'object' ? page.host : undefined, onPolicy, life.signal);
  }
  void begin();
  return () => life.abort();
}

/** What the page in front says; where nobody is there who could, it may be that the browser lets nobody in. */
async function answerOf({ describe, isAccessWithheld }: PopupDoors): Promise<PageDescription | NoAnswer> {
  const page = await describe().catch(() => 'nobody' as const);
  if (page !== 'nobody') return page;
  return (await isAccessWithheld().catch(() => false)) ? 'withheld' : page;
}
