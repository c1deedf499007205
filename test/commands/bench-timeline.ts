/** An event of Chromium's timeline; times in microseconds. `tdur`: how long its thread was really running. */
export interface TimelineEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** Milliseconds for which a thread really ran in a task; where the system does not tell that, how long the task lasted. */
const runningTime = ({ tdur, dur = 0 }: TimelineEvent): number => (tdur ?? dur) / 1000;

/** The tasks of the busiest main thread of a page, and the process that it belongs to. */
export function mainThreadTasks(events: readonly TimelineEvent[]): {
  process: number;
  tasks: readonly TimelineEvent[];
} {
  const threadOf = ({ pid, tid }: TimelineEvent) => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const byThread = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    if (event.name !== 'RunTask' || !main.has(threadOf(event))) continue;
    const tasks = byThread.get(threadOf(event)) ?? [];
    tasks.push(event);
    byThread.set(threadOf(event), tasks);
  }
  const total = (tasks: readonly TimelineEvent[]) => tasks.reduce((sum, task) => sum + runningTime(task), 0);
  const tasks = [...byThread.values()].sort((a, b) => total(b) - total(a))[0];
  if (!tasks?.[0]) throw new Error('The timeline shows no task of any page.');
  return { process: tasks[0].pid, tasks };
}

/** How long a thread really ran in each of its tasks, in milliseconds, the longest first. */
export const longestTasks = (tasks: readonly TimelineEvent[]): number[] => tasks.map(runningTime).sort((a, b) => b - a);
