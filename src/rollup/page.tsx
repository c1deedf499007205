import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageName } from '../platform/addresses.ts';
import { say } from '../platform/say.ts';
import type { Day } from '../record/index.ts';
import type { Policy } from '../rules/policy.ts';
import type { InForce } from '../settings/index.ts';
import { type RollUpTerms, rollUp } from '../totals/index.ts';
import { Callout } from '../ui/controls.tsx';
import type { TakenFile } from '../ui/drop-place.tsx';
import { CourseSection } from './course-section.tsx';
import { FilesSection } from './files-section.tsx';
import { type GivenFile, readTotals, sorted } from './given-files.ts';
import { HandOverSection } from './hand-over-section.tsx';
import { MembersSection } from './members-section.tsx';
import { practiceConsortium } from './practice.ts';
import { TogetherSection } from './together-section.tsx';

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
  const { used, twice, refused } = useMemo(() => sorted(files.all), [files.all]);
  const terms = useMemo(
    () => policy && termsOf(policy, doors.today, files.practice),
    [policy, files.practice, doors.today],
  );
  const summed = useMemo(
    () =>
      terms && used.length > 0
        ? rollUp(
            used.map(({ totals }) => totals),
            terms,
          )
        : undefined,
    [used, terms],
  );
  const practise = () => {
    if (!policy) return;
    const made = practiceConsortium(doors.today, policy.roleList);
    files.practise(made.files.map(({ name, totals }) => ({ name, parsed: { state: 'read', totals, dropped: [] } })));
  };
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
      <main data-practice={files.practice ? 'yes' : undefined}>
        {files.practice && (
          <Callout tone="note">
            <p>{say('rollup_practice_banner')}</p>
          </Callout>
        )}
        <FilesSection files={files} twice={twice} refused={refused} used={used} practise={practise} />
        {policy && terms && <TogetherSection rollUp={summed} policy={policy} terms={terms} open={doors.open} />}
        {summed && terms && (
          <>
            <MembersSection rollUp={summed} files={used} remove={files.remove} />
            <CourseSection rollUp={summed} terms={terms} />
            <HandOverSection rollUp={summed} terms={terms} doors={doors} practice={files.practice} />
          </>
        )}
      </main>
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

/** What is added up by. In practice the members are made up, and so is the limit where the policy has none. */
function termsOf({ roleList, namedUserLimit, otherInstitutions }: Policy, today: Day, practice: boolean): RollUpTerms {
  if (!practice) return { roleList, limit: namedUserLimit, expected: otherInstitutions.map(({ name }) => name), today };
  const { expected, limit } = practiceConsortium(today, roleList);
  return { roleList, limit: namedUserLimit ?? limit, expected, today };
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
    const read = await Promise.all(given.map(async (file) => ({ name: file.name, parsed: await readTotals(file) })));
    setReading((running) => running - 1);
    // Real totals and made-up ones are never added up together.
    setAll((before) => [...(practice ? [] : before), ...read.map(keyed)]);
    setPractice(false);
  }
  return {
    all,
    practice,
    reading: reading > 0,
    add: (given) => void add(given),
    remove: (keys) => setAll((before) => before.filter(({ key }) => !keys.includes(key))),
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
