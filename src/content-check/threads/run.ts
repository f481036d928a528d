/** Jobs on all cores: each thread takes the next job when it has done its last. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { player, prover } from '../player.ts';
import { doJob, type Job, type JobResult } from '../work.ts';

/**
 * Plays that a thread is worth: it must read the model before it can help. A lab
 * stands for about ten plays.
 */
const PLAYS_A_THREAD = 40;
const PLAYS_A_LAB = 10;

const plays = (job: Job): number => (job.kind === 'lab' ? PLAYS_A_LAB : 1);

interface Done {
  readonly number: number;
  readonly result: JobResult;
}

/** How many threads pay for jobs; 1: none but this one. */
export const threadsFor = (jobs: readonly Job[], cores: number = availableParallelism()): number =>
  Math.max(1, Math.min(cores, Math.floor(jobs.reduce((sum, job) => sum + plays(job), 0) / PLAYS_A_THREAD)));

/**
 * Do jobs and give their results in the same order.
 * @throws Error when a thread breaks: what it was doing cannot be told from what it did
 */
export const runJobs = async (
  jobs: readonly Job[],
  threads: number = threadsFor(jobs),
): Promise<readonly JobResult[]> => {
  if (threads <= 1) return jobs.map((job) => doJob(job, { player, prover }));
  const results: JobResult[] = [];
  // The longest first, so that no thread is left with one at the end.
  const order = jobs.map((_, number) => number).sort((a, b) => plays(jobs[b] as Job) - plays(jobs[a] as Job));
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url));
      const give = (): void => {
        const number = order[next++];
        if (number !== undefined) worker.postMessage({ number, job: jobs[number] });
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', ({ number, result }: Done) => {
        results[number] = result;
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: threads }, work));
  return results;
};
