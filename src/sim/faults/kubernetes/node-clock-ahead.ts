import { clusterSettings } from '../cluster-site.ts';
import type { Fault } from '../fault.ts';
import {
  agentLogs,
  answered,
  audited,
  kubectl,
  LOGIN,
  NEW_POD,
  READS_AGAIN,
  RUNS_AGAIN,
  reviewed,
  vaultSilent,
} from '../sight.ts';

export const nodeClockAhead: Fault = {
  id: 'kubernetes.node.clock-ahead',
  group: 'kubernetes',
  title: "The node's clock is an hour ahead",
  about:
    'The clock of the machine that the Pods run on is wrong. An Agent sends Vault no times, so that logins and reads work; what the kubelet notes has the wrong hour.',
  observed: {
    client: answered(LOGIN, 200, 'Everything works.'),
    agent: agentLogs(
      'authentication successful, sending token to sinks',
      'No trouble; only the times before the lines are an hour ahead.',
    ),
    vault: vaultSilent('Nothing.'),
    audit: audited('auth/kubernetes/login', '', "The login, without an error, with Vault's own time."),
    kubernetes: reviewed(201, 'The TokenReview, as always.'),
    kubectl: kubectl(
      'get pods -n app -o yaml',
      'startedAt: "2026-01-05T09:',
      'The containers have started in the future.',
    ),
  },
  recovery: {
    itself: true,
    says: 'At once; what was noted stays.',
    within: 1_000,
    proof: [RUNS_AGAIN, READS_AGAIN],
  },
  trial: { meanwhile: [{ after: 0, run: NEW_POD }], lasts: 30_000 },
  begin: (run) => ({
    commands: clusterSettings(run).nodes.map((place) => ({ type: 'skew', place, milliseconds: 3_600_000 })),
  }),
  end: (run) => clusterSettings(run).nodes.map((place) => ({ type: 'skew', place, milliseconds: 0 })),
};
