import type { Fault } from '../fault.ts';
import { logs, NEW_POD, noNewAgent, notAudited, pods, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { policyChange } from './webhook.ts';

export const injectorDownIgnore: Fault = {
  id: 'injector.down.ignore',
  group: 'injector',
  title: 'The injector is down, and failures are ignored',
  about:
    'The webhook cannot be called and its `failurePolicy` is `Ignore`: Pods are made as they were written, without an Agent. Nothing looks wrong but the application.',
  observed: {
    client: sees('The application finds no file.', {
      file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing: nobody asks.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: logs('kubernetes', 'connect: connection refused', "The API server's own log has the call that failed."),
    kubectl: pods('1/1', 'Running', 'The new Pod runs, with one container instead of two.'),
  },
  recovery: {
    itself: false,
    says: 'A Pod without an Agent stays without: delete it, the next one is injected.',
    remedy: NEW_POD,
    within: 60_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  ...policyChange('injector.down.ignore', 'Ignore'),
};
