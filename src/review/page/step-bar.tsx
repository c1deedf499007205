import { useEffect, useState } from 'preact/hooks';
import { say } from '../../platform/say.ts';
import { useDesk } from './desk-context.ts';
import { standingOf } from './standing.ts';
import { type Step, steps } from './steps.ts';

/** Links to the steps, always in sight, with what the decisions have come to so far. */
export function StepBar() {
  const inView = useStepInView();
  return (
    <nav class="steps" aria-label={say('review_steps')}>
      <ol>
        {steps.map((step, at) => (
          <li key={step}>
            <a href={`#${step}`} aria-current={step === inView ? 'step' : undefined}>
              <span class="step-number" aria-hidden="true">
                {at + 1}
              </span>
              {say(`review_step_${step}_short`)}
            </a>
          </li>
        ))}
      </ol>
      <Standing />
    </nav>
  );
}

function Standing() {
  const standing = standingOf(useDesk().state);
  if (!standing) return null;
  const { after, open, limit, verdict } = standing;
  return (
    <p class="standing" data-standing={verdict}>
      {limit === undefined
        ? say('review_standing_no_limit', { after, count: after })
        : say('review_standing', { after, limit, count: after })}
      {open > 0 && <span class="hint"> {say('review_standing_open', { count: open })}</span>}
    </p>
  );
}

/** The step that the reader is at: the last one whose beginning has come above the middle of the window. */
function useStepInView(): Step {
  const [inView, setInView] = useState<Step>('files');
  useEffect(() => {
    const look = () => {
      const begun = steps.filter((step) => {
        const top = document.getElementById(step)?.getBoundingClientRect().top;
        return top !== undefined && top < innerHeight / 2;
      });
      setInView(begun.at(-1) ?? 'files');
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  return inView;
}
