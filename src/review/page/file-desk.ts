import { inTime } from '../../platform/in-time.ts';
import type { Day } from '../../record/index.ts';
import type { SheetChoice } from '../../sheets/types.ts';
import type { TakenFile } from '../../ui/drop-place.tsx';
import { asOfOf, bookOf, namesItsDay, readAnswers } from '../model/index.ts';
import type { ReviewWorker } from '../worker/client.ts';
import type { FileOutcome } from '../worker/protocol.ts';
import {
  rememberChoices,
  rememberedChoices,
  rememberedMapping,
  rememberMapping,
  withChoices,
} from './remembered-headings.ts';
import type { Reviewing } from './reviewing.ts';
import {
  type ChosenFile,
  type DeskState,
  type FileReading,
  isBusy,
  policyOf,
  type ReviewUse,
  type Said,
} from './state.ts';
import type { Store } from './store.ts';

/** Milliseconds until a file is read without what is remembered of its headings. */
const patienceWithStorage = 2_000;

/** A file that is given to the review. */
export interface GivenFile extends TakenFile {
  /** Known for made-up files; otherwise taken from the name or from the file's own date. */
  readonly asOf?: Day;
}

export interface FileDesk {
  add(files: readonly GivenFile[]): void;
  /** Reads a file again with what a person has said about it. */
  answer(key: number, said: Said, remember?: boolean): void;
  cancel(key: number): void;
  remove(key: number): void;
  setDay(key: number, asOf: Day): void;
  /** Says which day one sheet of a workbook shows. */
  setSheetDay(key: number, sheet: string, asOf: Day): void;
  /** Reads a workbook again with a sheet, or its hidden rows, taken in or left out. */
  chooseSheet(key: number, sheet: string, choice: SheetChoice): void;
  setUse(key: number, use: ReviewUse): void;
  /** Begins the practice with made-up files; ends it with none. */
  practise(files: readonly GivenFile[]): void;
  /** Opens a review file that was kept in this browser; gives whether it could be read. */
  openKept(file: Blob, name: string): Promise<boolean>;
}

/** Files are read one after the other: the worker has one thread, and progress is then the file's own. */
export function createFileDesk(
  store: Store<DeskState>,
  worker: ReviewWorker,
  reviewing: Reviewing,
  signal: AbortSignal,
): FileDesk {
  let lastKey = 0;
  let turn: Promise<void> = Promise.resolve();
  const running = new Map<number, AbortController>();
  const fileWith = (key: number) => store.get().files.find((file) => file.key === key);

  function change(key: number, to: Partial<ChosenFile>): void {
    store.set({ files: store.get().files.map((file) => (file.key === key ? { ...file, ...to } : file)) });
  }

  function add(given: readonly GivenFile[]): void {
    const { today, files } = store.get();
    const taken = new Set(files.map(({ name }) => name));
    const added = given.map((file): ChosenFile => {
      lastKey += 1;
      const asOf = file.asOf ?? asOfOf(file, today);
      const name = freeName(file.name, taken);
      taken.add(name);
      const reading: FileReading = file.folder ? { state: 'refused', reason: 'folder' } : { state: 'waiting' };
      const dayIsGuess = file.asOf === undefined && !namesItsDay(file.name);
      return { key: lastKey, name, blob: file.blob, asOf, dayIsGuess, said: {}, reading };
    });
    store.set({ files: [...files, ...added] });
    for (const { key } of added) queue(key);
  }

  function queue(key: number): void {
    turn = turn.then(() => read(key));
  }

  async function read(key: number): Promise<void> {
    const file = fileWith(key);
    if (file?.reading.state !== 'waiting' || signal.aborted) return;
    const life = new AbortController();
    running.set(key, life);
    change(key, { reading: { state: 'reading', done: 0, all: file.blob.size } });
    try {
      const outcome = await worker.read(file.blob, file.name, await withRemembered(file.said), {
        signal: life.signal,
        onProgress: (done, all) => change(key, { reading: { state: 'reading', done, all } }),
      });
      settle(key, outcome);
    } catch {
      // Who aborts says what becomes of the file: it is cancelled, gone, or waits to be read anew.
      if (!life.signal.aborted) change(key, { reading: { state: 'failed' } });
    }
    running.delete(key);
    reviewing.start();
  }

  function settle(key: number, outcome: FileOutcome): void {
    const file = fileWith(key);
    if (!file) {
      if (outcome.state === 'read' || outcome.state === 'review') worker.forget([outcome.id]);
      return;
    }
    const other = sameBytes(store.get().files, key, outcome);
    if (other && (outcome.state === 'read' || outcome.state === 'review')) {
      worker.forget([outcome.id]);
      change(key, { reading: { state: 'twice', other } });
      return;
    }
    if (outcome.state !== 'review') {
      const { sheets } = 'sheets' in outcome ? outcome : {};
      change(key, { reading: outcome, ...(sheets ? { sheets } : {}) });
      takeAnswers(key);
      return;
    }
    const alone = !store.get().files.some(({ reading }) => reading.state === 'read' || reading.state === 'review');
    change(key, { reading: { ...outcome, use: 'compare' } });
    if (alone) setUse(key, 'continue');
  }

  /** Answers that came back change decisions, not the people: they are taken over when they are read, and again on request. */
  function takeAnswers(key: number): void {
    const file = fileWith(key);
    const { reviewed, today } = store.get();
    const policy = policyOf(store.get());
    if (file?.reading.state !== 'read' || !reviewed?.complete || !policy) return;
    const tables = file.reading.tables.flatMap(({ answers }) => answers ?? []);
    if (tables.length === 0) return;
    const { book: after, ...cameOfIt } = readAnswers(tables, store.get().book, {
      people: reviewed.people,
      policy,
      today,
    });
    store.set({ book: after });
    change(key, { answers: cameOfIt });
  }

  /** Answers that were read before the people were judged wait for it. */
  store.watch(() => {
    const { files, reviewed } = store.get();
    if (!reviewed?.complete) return;
    for (const { key, reading, answers } of files) {
      if (!answers && reading.state === 'read' && reading.tables.some((table) => table.answers)) takeAnswers(key);
    }
  }, signal);

  function setUse(key: number, use: ReviewUse): void {
    const file = fileWith(key);
    if (file?.reading.state !== 'review') return;
    const others = store.get().files.map((other): ChosenFile => {
      if (other.reading.state !== 'review') return other;
      return { ...other, reading: { ...other.reading, use: other.key === key ? use : 'compare' } };
    });
    const { head } = file.reading;
    store.set({ files: others });
    if (use === 'continue') {
      const { tab } = store.get().revision;
      store.set({
        book: bookOf(head.decisions),
        savedDecisions: head.decisions,
        reviewer: store.get().reviewer || head.reviewer,
        revision: { ...head.revision, review: head.revision.review || crypto.randomUUID(), tab },
      });
    }
    reviewing.start();
  }

  function remove(key: number): void {
    const { files } = store.get();
    const reading = fileWith(key)?.reading;
    running.get(key)?.abort();
    if (reading?.state === 'read' || reading?.state === 'review') worker.forget([reading.id]);
    store.set({ files: files.filter((file) => file.key !== key) });
    reviewing.start();
  }

  return {
    add,
    answer(key, said, remember = false) {
      const file = fileWith(key);
      if (!file) return;
      if (remember && said.mapping && !said.noHeadings) void rememberMapping(said.mapping);
      if (remember && said.choices) void rememberChoices(said.choices);
      change(key, { said: { ...file.said, ...said }, reading: { state: 'waiting' } });
      queue(key);
    },
    cancel: (key) => {
      const file = fileWith(key);
      if (!file || !isBusy(file.reading)) return;
      running.get(key)?.abort();
      change(key, { reading: { state: 'cancelled' } });
    },
    remove,
    setDay(key, asOf) {
      change(key, { asOf, dayIsGuess: false });
      reviewing.start();
    },
    setSheetDay(key, sheet, asOf) {
      change(key, { sheetDays: { ...fileWith(key)?.sheetDays, [sheet]: asOf } });
      reviewing.start();
    },
    chooseSheet(key, sheet, choice) {
      const file = fileWith(key);
      if (!file) return;
      running.get(key)?.abort();
      if (file.reading.state === 'read') worker.forget([file.reading.id]);
      const sheets = { ...file.said.sheets, [sheet]: { ...file.said.sheets?.[sheet], ...choice } };
      change(key, { said: { ...file.said, sheets }, reading: { state: 'waiting' } });
      queue(key);
    },
    setUse,
    practise(files) {
      for (const { key } of store.get().files) remove(key);
      store.set({ practice: files.length > 0, book: bookOf(new Map()), savedDecisions: new Map() });
      add(files);
    },
    async openKept(file, name) {
      const [key] = [lastKey + 1];
      add([{ name, blob: file, lastModified: 0, asOf: store.get().today }]);
      await turn;
      return fileWith(key)?.reading.state === 'review';
    },
  };
}

/** What is said of a file beside what is remembered of headings; where the browser's storage is late, the file is asked about anew. */
async function withRemembered(said: Said): Promise<Said> {
  const remembered = inTime(Promise.all([rememberedMapping(), rememberedChoices()]), patienceWithStorage);
  const found = await remembered.catch(() => undefined);
  if (!found) return said;
  const [mapping, choices] = found;
  return { ...said, mapping: { ...mapping, ...said.mapping }, choices: withChoices(choices, said.choices) };
}

/** The name of another file with the very same bytes, which would count everybody twice. */
function sameBytes(files: readonly ChosenFile[], key: number, outcome: FileOutcome): string | undefined {
  if (outcome.state !== 'read' && outcome.state !== 'review') return undefined;
  const same = ({ reading }: ChosenFile) =>
    (reading.state === 'read' || reading.state === 'review') && reading.sha256 === outcome.sha256;
  return files.find((file) => file.key !== key && same(file))?.name;
}

/** A name that no other file has: rows, reasons and the record tell files by their names. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let count = 2;
  while (taken.has(`${stem} (${count})${ending}`)) count += 1;
  return `${stem} (${count})${ending}`;
}
