import type { Run } from '../../src/sim/kernel/index.ts';
import { configuration, startAgent } from '../unit/sim/agent/fake-vault.ts';
import type { Bench } from './bench.ts';

const DAY = 86_400_000;
const CROWD = 1_000;

const timed = (run: Run, until: number): { ms: number; requests: number } => {
  const before = run.known.length;
  const from = performance.now();
  run.advanceTo(until);
  const ms = performance.now() - from;
  let requests = 0;
  for (let i = before; i < run.known.length; i++) if (run.known[i]?.kind === 'request') requests++;
  return { ms, requests };
};

/** Agents with one template each, against a Vault that only answers: the Agent's own cost. */
export const bench: Bench = {
  name: 'agent',
  run: () => {
    timed(startAgent(configuration()).run, DAY);
    const alone = timed(startAgent(configuration()).run, DAY);
    const { run } = startAgent(configuration());
    for (let i = 1; i < CROWD; i++)
      run.apply({ type: 'spawn', id: `agent-${i}`, kind: 'agent', input: { args: ['-config=/config.json'] } });
    const crowd = timed(run, DAY);
    return [
      {
        name: 'virtual over real time, one Agent for 24 h',
        value: DAY / alone.ms,
        unit: 'times',
        detail: `${alone.requests} requests in ${alone.ms.toFixed(0)} ms`,
      },
      {
        name: `virtual over real time, ${CROWD} Agents at once for 24 h`,
        value: DAY / crowd.ms,
        unit: 'times',
        detail: `${crowd.requests} requests in ${(crowd.ms / 1000).toFixed(1)} s, ${Math.round((crowd.requests / crowd.ms) * 1000)} a second`,
      },
    ];
  },
};
