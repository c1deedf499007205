import { useId, useState } from 'preact/hooks';
import { say } from '../../../platform/say.ts';
import {
  type Choices,
  type Column,
  type ColumnDateOrder,
  choices,
  columns,
  type Question,
} from '../../../sheets/index.ts';
import { CheckControl } from '../../../ui/controls.tsx';
import { useDesk } from '../desk-context.ts';
import type { ChosenFile } from '../state.ts';

type Of<A extends Question['ask']> = Extract<Question, { ask: A }>;

/** What has to be answered before a file can be read. */
export function QuestionForm({ file, question }: { file: ChosenFile; question: Question }) {
  switch (question.ask) {
    case 'mapping':
      return <MappingForm file={file} question={question} />;
    case 'date-order':
      return <DateOrderForm key={question.needsDateOrder} file={file} question={question} />;
    case 'letters':
      return <LettersForm file={file} question={question} />;
    case 'choice':
      return <ChoiceForm key={`${question.about} ${question.heading}`} file={file} question={question} />;
  }
}

/** Asks which of two things a heading's cells mean, with the rows or cells to look at. */
function ChoiceForm({ file, question }: { file: ChosenFile; question: Of<'choice'> }) {
  const { desk } = useDesk();
  const [remember, setRemember] = useState(true);
  const { about, heading, samples, previewHeadings, preview } = question;
  // What a file was made for says nothing of the next one.
  const isOfFile = about === 'record-source';
  const part = about.replaceAll('-', '_');
  const choose = (choice: string) => {
    const chosen = { ...file.said.choices?.[about], [heading]: choice };
    desk.answer(file.key, { choices: { ...file.said.choices, [about]: chosen } as Choices }, remember && !isOfFile);
  };
  return (
    <div class="question">
      <p>{say(`review_choice_${part}`, { heading, samples })}</p>
      {preview.length > 0 && <PreviewTable headings={previewHeadings} rows={preview} />}
      {!isOfFile && (
        <CheckControl
          label={say('review_choice_remember')}
          hint={say('review_mapping_remember_hint')}
          value={remember}
          onChoose={setRemember}
        />
      )}
      <div class="buttons">
        {choices[about].map((choice) => (
          <button type="button" key={choice} data-answer={choice} onClick={() => choose(choice)}>
            {say(`review_choice_${part}_${choice.replaceAll('-', '_')}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Asks how the letters of a file are written, with the same lines in each way. */
function LettersForm({ file, question }: { file: ChosenFile; question: Of<'letters'> }) {
  const { desk } = useDesk();
  return (
    <div class="question">
      <p>{say('review_letters')}</p>
      <ul class="letterings">
        {question.candidates.map(({ encoding, samples }) => (
          <li key={encoding}>
            <button type="button" data-answer={encoding} onClick={() => desk.answer(file.key, { letters: encoding })}>
              {say('review_letters_take', { encoding: say(`review_letters_${encoding.replaceAll('-', '_')}`) })}
            </button>
            <Lines lines={samples} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lines of a file as they stand there. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

function PreviewTable({ headings, rows }: { headings: readonly string[]; rows: readonly (readonly string[])[] }) {
  const names = headings.map((heading, at) => `${at} ${heading}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard
    <section class="scrolls" aria-label={say('review_mapping_table')} tabIndex={0}>
      <table class="mapping">
        <thead>
          <tr>
            {names.map((name, at) => (
              <th key={name} scope="col">
                {headings[at] || say('review_preview_without_heading')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {names.map((name, at) => (
                <td key={name}>{row[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Asks once how a column writes its days; it is never guessed. */
function DateOrderForm({ file, question }: { file: ChosenFile; question: Of<'date-order'> }) {
  const { desk } = useDesk();
  const { needsDateOrder, samples } = question;
  const choose = (order: ColumnDateOrder) =>
    desk.answer(file.key, { dateOrders: { ...file.said.dateOrders, [needsDateOrder]: order } });
  return (
    <div class="question">
      <p>{say('review_date_order', { heading: needsDateOrder, samples })}</p>
      <div class="buttons">
        <button type="button" data-answer="dmy" onClick={() => choose('dmy')}>
          {say('review_date_order_dmy')}
        </button>
        <button type="button" data-answer="mdy" onClick={() => choose('mdy')}>
          {say('review_date_order_mdy')}
        </button>
      </div>
    </div>
  );
}

const notUsed = 'ignore';
type Choice = Column | typeof notUsed;

/** Has a person say what each column holds, with the first rows to look at. */
function MappingForm({ file, question }: { file: ChosenFile; question: Of<'mapping'> }) {
  const { desk } = useDesk();
  const id = useId();
  const [noHeadings, setNoHeadings] = useState(file.said.noHeadings ?? false);
  const [remember, setRemember] = useState(true);
  const [choices, setChoices] = useState<readonly Choice[]>(question.recognised.map((column) => column ?? notUsed));
  const hasIdentifier = choices.includes('identifier');
  const names = question.headings.map((heading, at) => (noHeadings ? String(at + 1) : heading || String(at + 1)));
  const choose = (at: number, choice: Choice) =>
    setChoices((before) => before.map((one, other) => (other === at ? choice : one === choice ? notUsed : one)));
  const send = () => {
    const keyed = question.headings.map((heading, at) => [noHeadings ? String(at + 1) : heading, choices[at]] as const);
    const mapping = Object.fromEntries(keyed.filter(([heading]) => heading !== '')) as Record<string, Choice>;
    desk.answer(file.key, { mapping, noHeadings }, remember);
  };
  const rows = noHeadings ? [question.headings, ...question.preview] : question.preview;
  return (
    <div class="question">
      <p>{say('review_mapping')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard */}
      <section class="scrolls" aria-label={say('review_mapping_table')} tabIndex={0}>
        <table class="mapping">
          <thead>
            <tr>
              {names.map((name, at) => (
                <th key={`${name} ${question.headings[at]}`} scope="col">
                  <label for={`${id}-${at}`}>{name}</label>
                  <select
                    id={`${id}-${at}`}
                    data-mapping={name}
                    value={choices[at] ?? notUsed}
                    onChange={(event) => choose(at, event.currentTarget.value as Choice)}
                  >
                    <option value={notUsed}>{say('review_column_ignore')}</option>
                    {columns.map((column) => (
                      <option key={column} value={column}>
                        {say(`review_column_${column.toLowerCase()}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 5).map((row) => (
              <tr key={row.join('\u0000')}>
                {names.map((name, at) => (
                  <td key={`${name} ${question.headings[at]}`}>{choices[at] === 'ip' ? '' : row[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <CheckControl label={say('review_mapping_no_headings')} value={noHeadings} onChoose={setNoHeadings} />
      {!noHeadings && (
        <CheckControl
          label={say('review_mapping_remember')}
          hint={say('review_mapping_remember_hint')}
          value={remember}
          onChoose={setRemember}
        />
      )}
      {!hasIdentifier && <p class="hint">{say('review_mapping_needs_identifier')}</p>}
      <div class="buttons">
        <button type="button" class="primary" data-action="map" disabled={!hasIdentifier} onClick={send}>
          {say('review_mapping_read')}
        </button>
      </div>
    </div>
  );
}
