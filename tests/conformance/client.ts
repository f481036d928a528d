/** Requests from outside into a run, and the answers that come. */
import type { Entry, Run } from '../../src/sim/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Ask {
  readonly to: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly place?: string;
}

/** Virtual milliseconds after which an answer counts as missing. */
const PATIENCE = 70_000;

const answerIn = (entries: readonly Entry[], exchange: number, from: number): Entry | undefined => {
  for (let i = from; i < entries.length; i++) {
    const e = entries[i];
    if (e && (e.kind === 'response' || e.kind === 'failure') && e.exchange === exchange) return e;
  }
  return undefined;
};

/**
 * Send a request and let time pass until its answer.
 * @returns the answer, or why none came (`closed`, `refused` …)
 */
export const ask = (run: Run, request: Ask): Answer | { readonly failed: string } => {
  const exchange = run.apply({ type: 'request', id: 'step', ...request }) + 1;
  let seen = exchange;
  let answer: Entry | undefined;
  run.advanceUntil(() => {
    const entries = run.known;
    answer = answerIn(entries, exchange, seen);
    seen = entries.length;
    return answer !== undefined;
  }, PATIENCE);
  if (answer?.kind === 'response') return { status: answer.status, headers: answer.headers, body: answer.body };
  return { failed: answer?.kind === 'failure' ? answer.reason : 'no answer' };
};
