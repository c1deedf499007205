import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { say } from '../../platform/say.ts';
import { Callout } from '../../ui/controls.tsx';
import { DecideSection } from './decide/decide-section.tsx';
import type { Desk } from './desk.ts';
import { type AtDesk as AtDeskValue, DeskContext, type Narrowing, useDesk } from './desk-context.ts';
import { FilesSection } from './files/files-section.tsx';
import { HandOverSection } from './handover/hand-over-section.tsx';
import { PrintedRecord } from './handover/printed-record.tsx';
import { SeeSection } from './see/see-section.tsx';
import { hasUnsaved } from './state.ts';
import { StepBar } from './step-bar.tsx';
import type { Step } from './steps.ts';
import { useStore } from './store.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The whole review page: one step under the other, what comes later appearing once there is something to show. */
export function ReviewPage({ desk }: { desk: Desk }) {
  const [narrowing, narrow] = useState<Narrowing>();
  const around = { desk, narrowing, narrow };
  useWarning(desk);
  useShortcuts(desk);
  return (
    <>
      <a class="skip" href="#files">
        {say('review_skip')}
      </a>
      <header class="page-head">
        <img src="../../icons/48.png" alt="" width="36" height="36" />
        <div>
          <h1>{say('review_title')}</h1>
          <p class="hint">{say('review_local')}</p>
        </div>
      </header>
      <AtDesk {...around}>
        <StepBar />
      </AtDesk>
      <Main desk={desk}>
        <AtDesk {...around}>
          <StepSection step="files" number={1}>
            <FilesSection />
          </StepSection>
        </AtDesk>
        <AtDesk {...around}>
          <StepSection step="see" number={2}>
            <OnceReviewed step="see" section={SeeSection} />
          </StepSection>
        </AtDesk>
        <AtDesk {...around}>
          <StepSection step="decide" number={3}>
            <OnceReviewed step="decide" section={DecideSection} />
          </StepSection>
        </AtDesk>
        <AtDesk {...around}>
          <StepSection step="handover" number={4}>
            <OnceReviewed step="handover" section={HandOverSection} />
          </StepSection>
        </AtDesk>
      </Main>
      <AtDesk {...around}>
        <PrintedRecord />
      </AtDesk>
    </>
  );
}

type Around = Omit<AtDeskValue, 'state'> & { children: ComponentChildren };

/** A part of the page that is drawn apart from the others when something changes. */
function AtDesk({ desk, narrowing, narrow, children }: Around) {
  const state = useStore(desk.store);
  const at = useMemo(() => ({ desk, state, narrowing, narrow }), [desk, state, narrowing]);
  return <DeskContext.Provider value={at}>{children}</DeskContext.Provider>;
}

function Main({ desk, children }: { desk: Desk; children: ComponentChildren }) {
  const { practice } = useStore(desk.store);
  return (
    <main data-practice={practice ? 'yes' : undefined}>
      {practice && <PracticeBanner />}
      {children}
    </main>
  );
}

function StepSection({ step, number, children }: { step: Step; number: number; children: ComponentChildren }) {
  return (
    <section id={step} aria-labelledby={`${step}-title`} tabIndex={-1}>
      <h2 id={`${step}-title`}>
        <span class="step-number" aria-hidden="true">
          {number}
        </span>
        {say(`review_step_${step}`)}
      </h2>
      {children}
    </section>
  );
}

/** A step's section once there is a review, and until then what it will hold. */
function OnceReviewed({ step, section: Section }: { step: Step; section: ComponentType }) {
  const { state } = useDesk();
  if (state.reviewed) return <Section />;
  return <p class="hint">{state.inForce ? say(`review_later_${step}`) : say('review_loading')}</p>;
}

function PracticeBanner() {
  return (
    <Callout tone="note">
      <p>
        <strong>{say('review_practice_banner')}</strong> {say('review_practice_banner_more')}
      </p>
    </Callout>
  );
}

/** Warns before the tab is closed while decisions are neither saved to a file nor kept. */
function useWarning(desk: Desk): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (hasUnsaved(desk.store.get())) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [desk]);
}
