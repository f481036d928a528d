import type { Fault } from '../fault.ts';
import { NEW_POD, noNewAgent, notAudited, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { restartInjector, settingOf } from './restart.ts';

export const agentImageMissing: Fault = {
  id: 'injector.agent-image.missing',
  group: 'injector',
  title: "The Agent's image cannot be pulled",
  about:
    'The injector is told to use an image that no registry has. Pods that run are not concerned; a new one never gets its first container.',
  observed: {
    client: sees('Nobody asks: no Agent runs.', {
      exchange: { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/auth/kubernetes/login', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing: nobody asks.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: sees('The Pod is injected like any other.', {
      exchange: { from: 'kubernetes', to: 'injector', method: 'POST', path: '/mutate', status: 200 },
    }),
    kubectl: sees(
      'The Pod shows what cannot be pulled.',
      { that: 'pod app/web-* is Init:ImagePullBackOff 0/2' },
      { event: { about: 'pod app/web-*', reason: 'Failed', contains: 'hashicorp/vault:none: not found' } },
    ),
  },
  recovery: {
    itself: false,
    says: 'A Pod keeps the image that it was made with: delete it, the next one has the right one.',
    remedy: NEW_POD,
    within: 60_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  begin: (run) => ({
    commands: restartInjector(run, { vaultImage: 'hashicorp/vault:none' }),
    remember: settingOf(run, 'vaultImage'),
  }),
  end: (run, vaultImage) => restartInjector(run, { vaultImage: String(vaultImage) }),
};
