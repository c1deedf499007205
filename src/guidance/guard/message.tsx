import type { ComponentChildren } from 'preact';
import type { Say } from '../../texts/index.ts';
import { Icon } from '../icons.tsx';
import type { Wording } from './wording.ts';

/** Ids within our shadow root, by which the question is named and described. */
export const titleId = 'guard-title';
export const bodyId = 'guard-body';

const iconOf = { stop: 'stop', warn: 'warn', note: 'note', fact: 'note' } as const;

interface Given {
  readonly wording: Wording;
  readonly say: Say;
}

/** The words, in their fixed order: whom, what the rules say, what is lost, what to do instead, what else to know. */
function Message({ wording, say }: Given) {
  const { severity, title, about, findings, lost, instead, ways, remarks } = wording;
  return (
    <>
      <h2 id={titleId}>
        <Icon name={iconOf[severity]} />
        {title}
      </h2>
      <div id={bodyId} class="said">
        {about && <p>{about}</p>}
        {findings.map((finding) => (
          <p key={finding.text} class="finding" data-rule={finding.rule} data-severity={finding.severity}>
            {finding.text}
          </p>
        ))}
        <Part title={say('guard_lost')} lines={lost} />
        <Part title={say('guard_instead')} lines={instead}>
          {ways.length > 0 && (
            <ul class="ways">
              {ways.map((way) => (
                <li key={way}>{way}</li>
              ))}
            </ul>
          )}
        </Part>
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </div>
    </>
  );
}

function Part({ title, lines, children }: { title: string; lines: readonly string[]; children?: ComponentChildren }) {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  return (
    <section>
      <h3>{title}</h3>
      <p>{first}</p>
      {children}
      {others.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

/** The question that holds an action. Its buttons are found by `data-choice`: presses are taken at the window, before Alma hears of them. */
export function Question({ wording, say }: Given) {
  return (
    <dialog
      class="guard"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby={titleId}
      aria-describedby={bodyId}
      data-tone={wording.severity}
    >
      <Message wording={wording} say={say} />
      <p class="soft">{say('guard_continue_note')}</p>
      <div class="choices">
        <button type="button" data-choice="continue">
          {say('guard_continue')}
        </button>
        <button type="button" data-choice="leave">
          {say('guard_leave')}
        </button>
      </div>
    </dialog>
  );
}

/** The same words beside an action that goes ahead. */
export function Notice({ wording, say }: Given) {
  return (
    <div class="guard beside" role="status" popover="manual" aria-labelledby={titleId} data-tone={wording.severity}>
      <Message wording={wording} say={say} />
      <div class="choices">
        <button type="button" data-choice="leave">
          {say('guard_close')}
        </button>
      </div>
    </div>
  );
}
