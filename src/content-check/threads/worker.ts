/** A thread that plays: it is sent one job at a time and sends back the result. */
import { parentPort } from 'node:worker_threads';
import { player, prover } from '../player.ts';
import { doJob, type Job } from '../work.ts';

parentPort?.on('message', ({ number, job }: { readonly number: number; readonly job: Job }) => {
  parentPort?.postMessage({ number, result: doJob(job, { player, prover }) });
});
