import type { ComponentChildren } from 'preact';
import type { Say } from '../texts/index.ts';
import { Icon } from './icons.tsx';
import type { Finding, Presentation, UnreadGroup } from './present.ts';

export interface PanelProps {
  readonly presentation: Presentation;
  /** Whether everything that may be folded is. What says `stop`, and the named-user answer, never is. */
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly say: Say;
}

/** What the in-page panel shows of a record. */
export function Panel(props: PanelProps) {
  const { presentation, folded, say } = props;
  const { level, stops, caution } = presentation;
  return (
    <section
      class="panel"
      data-level={level}
      lang={say('extension_language')}
      dir={say('guidance_direction') === 'rtl' ? 'rtl' : 'ltr'}
      aria-label={say('guidance_name')}
    >
      {stops.length > 0 && (
        <div role="alert">
          {stops.map((finding) => (
            <Stop key={finding.rule} finding={finding} say={say} />
          ))}
        </div>
      )}
      {caution && (
        <p class="line caution" role="alert">
          <Icon name="warn" />
          <span class="text">{caution}</span>
        </p>
      )}
      <div role="status">
        <Lead {...props} />
        <div class="rows" hidden={folded || presentation.others.length === 0}>
          {presentation.others.map((finding, index) => (
            <Row
              key={finding.rule}
              finding={finding}
              open={index === 0 && finding.severity === 'warn' && stops.length === 0}
              say={say}
            />
          ))}
        </div>
      </div>
      <Answer {...props} />
      {presentation.sandbox && <p class="soft sandbox">{presentation.sandbox}</p>}
      <div id="details" hidden={folded}>
        <Unchecked presentation={presentation} say={say} />
        <Basis presentation={presentation} say={say} />
      </div>
    </section>
  );
}

function Stop({ finding, say }: { finding: Finding; say: Say }) {
  return (
    <div class="stop" data-rule={finding.rule} data-severity={finding.severity}>
      <p class="line">
        <Icon name="stop" />
        <span class="word">{say('guidance_severity_stop')}</span>
        <span class="text title">{finding.title}</span>
      </p>
      <div class="body">
        {finding.messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
        <Sources finding={finding} say={say} />
      </div>
    </div>
  );
}

/** One line for the whole, where no row below says it: nothing found so far, or findings folded away. */
function Lead({ presentation, folded, say }: PanelProps) {
  const { level, others, headline } = presentation;
  if (level === 'unsure') {
    return (
      <p class="line lead">
        <Icon name="unsure" />
        <span class="text">{headline}</span>
      </p>
    );
  }
  if (!folded || others.length === 0) return null;
  return (
    <p class="line lead">
      <Icon name={others[0]?.severity === 'warn' ? 'warn' : 'note'} />
      <span class="text">
        {level !== 'stop' && <span class="title">{headline}</span>}
        <span class="soft">{say('guidance_folded', { count: others.length })}</span>
      </span>
    </p>
  );
}

function Row({ finding, open, say }: { finding: Finding; open: boolean; say: Say }) {
  const name = finding.severity === 'warn' ? 'warn' : 'note';
  return (
    <details data-rule={finding.rule} data-severity={finding.severity} open={open}>
      <summary>
        <Icon name={name} />
        <span class="word">{say(`guidance_severity_${name}`)}</span>
        <span class="text title">{finding.title}</span>
      </summary>
      <div class="body">
        {finding.messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
        <Sources finding={finding} say={say} />
      </div>
    </details>
  );
}

function Sources({ finding, say }: { finding: Finding; say: Say }) {
  return (
    <More summary={say('guidance_source_label')}>
      <Sentences sentences={finding.sources} />
    </More>
  );
}

function Answer({ presentation, folded, onFold, say }: PanelProps) {
  const { answer, line, change, rule } = presentation.answer;
  const isQuiet = presentation.level === 'fine';
  return (
    <div class="line answer">
      <Icon name={isQuiet ? 'fine' : answer} />
      <div class="text" role="status">
        {isQuiet && <p class="title">{presentation.headline}</p>}
        <p data-named-user={answer} {...(rule && { 'data-rule': rule, 'data-severity': 'fact' })}>
          {line}
        </p>
        {change && (
          <p class="soft" hidden={folded}>
            {change}
          </p>
        )}
      </div>
      <button type="button" aria-expanded={!folded} aria-controls="details" onClick={() => onFold(!folded)}>
        {say(folded ? 'guidance_show' : 'guidance_fold')}
      </button>
    </div>
  );
}

/** What could not be checked, why, and which rules are silent because of it. */
function Unchecked({ presentation, say }: { presentation: Presentation; say: Say }) {
  const { unread, undecided, failed } = presentation;
  if (unread.length === 0 && failed.length === 0) return null;
  return (
    <div class="block">
      {unread.length > 0 && (
        <>
          <h2 class="title">{say('guidance_unread_title')}</h2>
          <Groups groups={unread} />
        </>
      )}
      {undecided.length > 0 && (
        <More summary={say('guidance_undecided_title', { count: undecided.length })}>
          <Sentences sentences={undecided} />
        </More>
      )}
      {failed.length > 0 && (
        <More summary={say('guidance_failed_title', { count: failed.length })}>
          <Sentences sentences={failed} />
        </More>
      )}
    </div>
  );
}

function Groups({ groups }: { groups: readonly UnreadGroup[] }) {
  return (
    <>
      {groups.map(({ why, fields }) => (
        <div class="group" key={why}>
          <ul class="fields">
            {fields.map(({ field, label }) => (
              <li key={field} data-unread={field}>
                {label}
              </li>
            ))}
          </ul>
          <p class="soft">{why}</p>
        </div>
      ))}
    </>
  );
}

/** On what all this rests. Closed until asked for. */
function Basis({ presentation, say }: { presentation: Presentation; say: Say }) {
  return (
    <div class="block">
      <More summary={say('guidance_basis_title')}>
        <Sentences sentences={presentation.remarks} />
        {presentation.unreadAside.length > 0 && (
          <>
            <h3 class="soft title">{say('guidance_unread_aside_title')}</h3>
            <Groups groups={presentation.unreadAside} />
          </>
        )}
      </More>
    </div>
  );
}

function More({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details>
      <summary class="soft">
        <span class="text">{summary}</span>
      </summary>
      <div class="body">{children}</div>
    </details>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul class="soft">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
