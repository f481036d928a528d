import type { Fault } from '../fault.ts';
import { logs, NEW_POD, noNewAgent, notAudited, READS_AGAIN, RUNS_AGAIN, sees, vaultSilent } from '../sight.ts';
import { policyChange } from './webhook.ts';

export const injectorDownFail: Fault = {
  id: 'injector.down.fail',
  group: 'injector',
  title: 'The injector is down, and failures count',
  about:
    'The webhook cannot be called and its `failurePolicy` is `Fail`: no Pod is made that the webhook would have been asked about, whoever makes it.',
  observed: {
    client: sees('Nobody asks: there is no Pod.', {
      exchange: { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/auth/kubernetes/login', absent: true },
    }),
    agent: noNewAgent('There is none.'),
    vault: vaultSilent('Nothing: nobody asks.'),
    audit: notAudited('auth/kubernetes/login', 'No login.'),
    kubernetes: logs(
      'kubernetes',
      'Failed calling webhook, failing closed vault.hashicorp.com',
      "The API server's own log has the call that failed.",
    ),
    kubectl: sees(
      "No Pod; the ReplicaSet's events say why.",
      { that: 'deployment app/web is 0/1' },
      {
        event: {
          about: 'replicaset app/web-*',
          reason: 'FailedCreate',
          contains:
            'failed calling webhook "vault.hashicorp.com": failed to call webhook: Post "https://vault-agent-injector-svc.vault.svc:443/mutate?timeout=30s"',
        },
      },
    ),
  },
  recovery: {
    itself: true,
    says: 'The ReplicaSet tries again by itself, with growing pauses.',
    within: 120_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 100, run: NEW_POD }], lasts: 60_000 },
  ...policyChange('injector.down.fail', 'Fail'),
};
