import { disturbance, type Fault } from '../fault.ts';
import { agentLogs, answered, audited, notReviewed, READ, READS_AGAIN, sees, vaultSilent } from '../sight.ts';

export const operatorVaultCut: Fault = {
  id: 'network.operator-vault.cut',
  group: 'network',
  title: 'The operator cannot reach Vault',
  about:
    "The operator's packets to Vault vanish; the Pods are not concerned. What the operator's `vault` reports says nothing about the workload.",
  observed: {
    client: answered(READ, 200, "Everything works: the Pod's reads are answered."),
    agent: agentLogs('renewed auth token', 'Renewals go on.'),
    vault: vaultSilent('Nothing.'),
    audit: audited('kv/data/app/config', '', "The Agent's reads, as always."),
    kubernetes: notReviewed('Nothing.'),
    kubectl: sees(
      'kubectl works and all is green; `vault` gets no answer.',
      { that: 'pod app/web-* is Running 2/2' },
      { command: { run: 'vault kv get kv/app/config', exit: 2, contains: 'i/o timeout' } },
    ),
  },
  recovery: {
    itself: true,
    says: 'The next command is answered.',
    within: 1_000,
    proof: [{ command: { run: 'vault kv get kv/app/config', contains: 's3cr3t' } }, READS_AGAIN],
  },
  trial: { lasts: 235_000 },
  ...disturbance('network.operator-vault.cut', { from: 'operator', to: 'vault', effect: 'cut' }),
};
