import type { Fault } from '../fault.ts';
import { NEW_POD, noNewAgent, notAudited, pods, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { selectorChange } from './webhook.ts';

export const selectorExcludes: Fault = {
  id: 'injector.selector.excludes',
  group: 'injector',
  title: 'The webhook no longer concerns the namespace',
  about:
    "The webhook's registration gets a `namespaceSelector` that the workload's namespace does not meet. The API server asks nobody about its Pods, and nothing anywhere says so.",
  observed: {
    client: sees('The application finds no file.', {
      file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing: nobody asks.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: sees(
      'Nothing: no call is made, so none fails.',
      { log: { of: 'kubernetes', contains: 'webhook', absent: true } },
      { exchange: { from: 'kubernetes', to: 'injector', method: 'POST', path: '/mutate', absent: true } },
    ),
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
  ...selectorChange({ matchLabels: { 'vault-injection': 'enabled' } }),
};
