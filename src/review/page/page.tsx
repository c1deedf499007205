import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { say } from '../../platform/say.ts';
import { Callout } from '../../ui/controls.tsx';
import { DecideSection } from './decide/decide-section.tsx';
import type { Desk } from './desk.ts';
import { DeskContext, type Narrowing } from './desk-context.ts';
import { FilesSection } from './files/files-section.tsx';
import { HandOverSection } from './handover/hand-over-section.tsx';
import { PrintedRecord } from './handover/printed-record.tsx';
import { SeeSection } from './see/see-section.tsx';
import { type DeskState, hasUnsaved } from './state.ts';
import { StepBar } from './step-bar.tsx';
import type { Step } from './steps.ts';
import { useStore } from './store.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The whole review page: one step under the other, what comes later appearing once there is something to show. */
export function ReviewPage({ desk }: { desk: Desk }) {
  const state = useStore(desk.store);
  const [narrowing, narrow] = useState<Narrowing>();
  const at = useMemo(() => ({ desk, state, narrowing, narrow }), [desk, state, narrowing]);
  useWarning(desk);
  useShortcuts(desk);
  const ready = state.reviewed !== undefined;
  return (
    <DeskContext.Provider value={at}>
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
      <StepBar />
      <main data-practice={state.practice ? 'yes' : undefined}>
        {state.practice && <PracticeBanner />}
        <StepSection step="files" number={1}>
          <FilesSection />
        </StepSection>
        <StepSection step="see" number={2}>
          {ready ? <SeeSection /> : <Later state={state} step="see" />}
        </StepSection>
        <StepSection step="decide" number={3}>
          {ready ? <DecideSection /> : <Later state={state} step="decide" />}
        </StepSection>
        <StepSection step="handover" number={4}>
          {ready ? <HandOverSection /> : <Later state={state} step="handover" />}
        </StepSection>
      </main>
      <PrintedRecord />
    </DeskContext.Provider>
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

/** What a step will hold, while there is nothing to show in it. */
function Later({ state, step }: { state: DeskState; step: Step }) {
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
