import type { Fault } from '../fault.ts';
import { LOGIN, NEW_POD, noNewAgent, notAudited, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { restartInjector, settingOf } from './restart.ts';

export const agentMemoryTooLow: Fault = {
  id: 'injector.agent-memory.too-low',
  group: 'injector',
  title: "The Agents' memory limit is too low",
  about:
    'The injector is told to give its containers a memory limit of 32Mi, less than an Agent needs. Pods that run are not concerned; in a new one the init container is killed, started again, and killed again, with growing pauses.',
  observed: {
    client: sees('No login: no Agent lives long enough.', {
      exchange: { from: 'agent', to: 'vault', ...LOGIN, absent: true },
    }),
    agent: noNewAgent('Nothing: it is killed before its first line.'),
    vault: vaultSilent('Nothing.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: sees('The Pod is injected like any other, with the limit.', {
      exchange: { from: 'kubernetes', to: 'injector', method: 'POST', path: '/mutate', status: 200 },
    }),
    kubectl: sees(
      'The reason stands in the list for moments, and stays in the description.',
      { that: 'pod app/web-* is Init:CrashLoopBackOff 0/2' },
      { command: { run: 'kubectl describe pods -n app', contains: 'OOMKilled' } },
    ),
  },
  recovery: {
    itself: false,
    says: 'A Pod keeps the limits that it was made with: delete it, the next one has the right ones.',
    remedy: NEW_POD,
    within: 60_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  begin: (run) => ({
    commands: restartInjector(run, { memoryLimit: '32Mi', memoryRequest: '32Mi' }),
    remember: { memoryLimit: settingOf(run, 'memoryLimit'), memoryRequest: settingOf(run, 'memoryRequest') },
  }),
  end: (run, settings) => restartInjector(run, settings as Readonly<Record<string, string>>),
};
