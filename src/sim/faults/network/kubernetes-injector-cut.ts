import { disturbance, type Fault } from '../fault.ts';
import { logs, NEW_POD, noNewAgent, notAudited, pods, sees, vaultSilent } from '../sight.ts';

export const kubernetesInjectorCut: Fault = {
  id: 'network.kubernetes-injector.cut',
  group: 'network',
  title: 'The API server cannot reach the injector',
  about:
    'Packets from the API server to the webhook vanish, a common thing with control planes that live in another network. Each Pod is created thirty seconds late, and with failurePolicy Ignore without an Agent.',
  observed: {
    client: sees('The application finds no file.', {
      file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing: nobody asks.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: logs(
      'kubernetes',
      'Failed calling webhook, failing open vault.hashicorp.com',
      "The API server's own log has the call that timed out.",
    ),
    kubectl: pods('1/1', 'Running', 'The new Pod runs, with one container instead of two.'),
  },
  recovery: {
    itself: false,
    says: 'A Pod without an Agent stays without: delete it, the next one is injected.',
    remedy: NEW_POD,
    within: 60_000,
    proof: [{ that: 'pod app/web-* is Running 2/2' }],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 90_000 },
  ...disturbance('network.kubernetes-injector.cut', { from: 'kubernetes', to: 'injector', effect: 'cut' }),
};
