/** The content check: everything that can be played is played, on one thread and on as many as pay. */
import { availableParallelism } from 'node:os';
import { checkContentWith } from '../../src/content-check/check.ts';
import { runJobs, threadsFor } from '../../src/content-check/threads/run.ts';
import type { Job } from '../../src/content-check/work.ts';
import { contentFiles } from '../content/files.ts';
import type { Bench, Measurement } from './bench.ts';

/** So many must be played within the aim. */
const LABS = 28;
const SCENARIOS = 60;
const AIM = 10;

const seconds = async (action: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await action();
  return (performance.now() - from) / 1000;
};

/** The content's jobs of a kind, some of them twice until there are so many. */
const repeated = (jobs: readonly Job[], count: number): readonly Job[] =>
  Array.from({ length: jobs.length === 0 ? 0 : count }, (_, i) => jobs[i % jobs.length] as Job);

const jobsOfContent = async (): Promise<readonly Job[]> => {
  let all: readonly Job[] = [];
  await checkContentWith(contentFiles(), async (jobs) => {
    all = jobs;
    return runJobs([]);
  });
  return all;
};

export const bench: Bench = {
  name: 'content check',
  run: async (): Promise<Measurement[]> => {
    const jobs = await jobsOfContent();
    const labs = jobs.filter(({ kind }) => kind === 'lab');
    const plays = jobs.filter(({ kind }) => kind === 'play');
    const wanted = [...repeated(plays, SCENARIOS), ...repeated(labs, LABS)];
    const threads = threadsFor(wanted);
    const parallel = await seconds(() => runJobs(wanted));
    const single = await seconds(() => runJobs(wanted, 1));
    const whole = await seconds(() => checkContentWith(contentFiles(), runJobs));
    return [
      {
        name: `${LABS} labs and ${SCENARIOS} scenarios, on ${threads} of ${availableParallelism()} threads`,
        value: parallel,
        unit: 's',
        aim: `≤ ${AIM} s`,
        reached: parallel <= AIM,
        detail: `the content has ${labs.length} labs and ${plays.length} scenarios and proofs; they are repeated or cut`,
      },
      {
        name: 'the same on one thread',
        value: single,
        unit: 's',
        detail: `${(single / parallel).toFixed(2)} times as long`,
      },
      { name: 'the whole check of the content as it is', value: whole, unit: 's' },
    ];
  },
};
