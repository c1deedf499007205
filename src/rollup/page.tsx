import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PageName } from '../platform/addresses.ts';
import { say } from '../platform/say.ts';
import type { Day } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import type { InForce } from '../settings/index.ts';
import type { RollUp, RollUpTerms } from '../totals/index.ts';
import { Callout } from '../ui/controls.tsx';
import type { TakenFile } from '../ui/drop-place.tsx';
import { useSlices } from '../ui/use-slices.ts';
import { CourseSection } from './course-section.tsx';
import { FilesSection } from './files-section.tsx';
import { type GivenFile, readAllTotals } from './given-files.ts';
import { HandOverSection } from './hand-over-section.tsx';
import { MembersSection, rowsAFrame } from './members-section.tsx';
import { practiceConsortium } from './practice.ts';
import { TogetherSection } from './together-section.tsx';
import { type Sums, useSums } from './use-sums.ts';

/** What the page needs of the world around it; tests put their own in its place. */
export interface RollUpDoors {
  watchPolicy(onChange: (inForce: InForce) => void, signal: AbortSignal): void;
  /** Hands a file to the browser's downloads. */
  download(name: string, file: Blob): void;
  open(page: PageName, section?: string): void;
  today: Day;
}

/** The files given so far, and what can be done with them. */
export interface Files {
  readonly all: readonly GivenFile[];
  readonly practice: boolean;
  readonly reading: boolean;
  add(files: readonly TakenFile[]): void;
  remove(keys: readonly number[]): void;
  practise(files: readonly Omit<GivenFile, 'key'>[]): void;
  clear(): void;
}

/** The page on which a consortium adds up what its members have handed in. */
export function RollUpPage({ doors }: { doors: RollUpDoors }) {
  const policy = usePolicy(doors);
  const files = useFiles();
  const { sums, isAdding } = useSums(files.all, files.practice, policy, doors.today);
  const [isPracticeWanted, wantPractice] = useState(false);
  useEffect(() => {
    if (!policy || !isPracticeWanted) return;
    wantPractice(false);
    // Whoever has given files in the meantime keeps them.
    if (files.all.length > 0) return;
    const made = practiceConsortium(doors.today, policy.roleList);
    files.practise(made.files.map(({ name, totals }) => ({ name, parsed: { state: 'read', totals, dropped: [] } })));
  }, [policy, isPracticeWanted]);
  const { terms, rollUp } = sums;
  return (
    <>
      <a class="skip" href="#files">
        {say('rollup_skip')}
      </a>
      <header class="page-head">
        <img src="../../icons/48.png" alt="" width="36" height="36" />
        <div>
          <h1>{say('rollup_title')}</h1>
          <p class="hint">{say('rollup_local')}</p>
        </div>
      </header>
      <main data-practice={sums.practice ? 'yes' : undefined}>
        {sums.practice && (
          <Callout tone="note">
            <p>{say('rollup_practice_banner')}</p>
          </Callout>
        )}
        <FilesSection files={files} sums={sums} isAdding={isAdding} practise={() => wantPractice(true)} />
        {sums.policy && terms && (
          <TogetherSection rollUp={rollUp} policy={sums.policy} terms={terms} open={doors.open} />
        )}
        {rollUp && terms && <Results sums={sums} rollUp={rollUp} terms={terms} doors={doors} remove={files.remove} />}
      </main>
    </>
  );
}

interface ResultsProps {
  readonly sums: Sums;
  readonly rollUp: RollUp;
  readonly terms: RollUpTerms;
  readonly doors: RollUpDoors;
  readonly remove: Files['remove'];
}

const allParts = ['members', 'course', 'handover'] as const;
const firstPart: readonly (typeof allParts)[number][] = ['members'];
const samePart = (part: string): string => part;

/** What there is once something is added up. What stands below a long table is drawn after it, a part a frame, and then stays. */
function Results({ sums: { filesOf, practice }, rollUp, terms, doors, remove }: ResultsProps) {
  const [wasWhole, setWhole] = useState(false);
  const onWhole = useCallback(() => setWhole(true), []);
  const isShort = rollUp.members.length <= rowsAFrame;
  const { drawn } = useSlices(wasWhole || isShort ? allParts : firstPart, samePart, isShort ? allParts.length : 1);
  return (
    <>
      <MembersSection rollUp={rollUp} filesOf={filesOf} remove={remove} onWhole={onWhole} />
      {drawn.includes('course') && <CourseSection rollUp={rollUp} terms={terms} />}
      {drawn.includes('handover') && (
        <HandOverSection rollUp={rollUp} terms={terms} doors={doors} practice={practice} />
      )}
    </>
  );
}

function usePolicy(doors: RollUpDoors): Policy | undefined {
  const [inForce, setInForce] = useState<InForce>();
  useEffect(() => {
    const life = new AbortController();
    doors.watchPolicy(setInForce, life.signal);
    return () => life.abort();
  }, [doors]);
  return inForce?.policy;
}

function useFiles(): Files {
  const [all, setAll] = useState<readonly GivenFile[]>([]);
  const [practice, setPractice] = useState(false);
  const [reading, setReading] = useState(0);
  const lastKey = useRef(0);
  const keyed = (file: Omit<GivenFile, 'key'>): GivenFile => {
    lastKey.current += 1;
    return { ...file, key: lastKey.current };
  };
  async function add(given: readonly TakenFile[]): Promise<void> {
    if (given.length === 0) return;
    setReading((running) => running + 1);
    const read = await readAllTotals(given);
    setReading((running) => running - 1);
    // Real totals and made-up ones are never added up together.
    setAll((before) => [...(practice ? [] : before), ...read.map(keyed)]);
    setPractice(false);
  }
  const remove = useCallback(
    (keys: readonly number[]) => setAll((before) => before.filter(({ key }) => !keys.includes(key))),
    [],
  );
  return {
    all,
    practice,
    reading: reading > 0,
    add: (given) => void add(given),
    remove,
    practise(made) {
      setPractice(true);
      setAll(made.map(keyed));
    },
    clear() {
      setPractice(false);
      setAll([]);
    },
  };
}
