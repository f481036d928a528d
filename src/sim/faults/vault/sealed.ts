import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, notAudited, notReviewed, pods, READS_AGAIN, RENEWAL, vaultLogs } from '../sight.ts';
import { unsealKey } from './unseal-key.ts';

export const sealed: Fault = {
  id: 'vault.sealed',
  group: 'vault',
  title: 'Vault is sealed',
  about:
    "Somebody seals Vault, or it was restarted and nobody has unsealed it. It answers, but to every request the same. Renewals fail without a line in the Agent's log, until the token is nearly at its end and the login loop begins.",
  observed: {
    client: answered(RENEWAL, 503, 'Every request gets 503.', 'Vault is sealed'),
    agent: agentLogs('* Vault is sealed', "Nothing while renewals fail; the login's failure names the seal."),
    vault: vaultLogs('vault is sealed', 'The moment it was sealed, and nothing of the requests it refuses.', {
      times: 1,
    }),
    audit: notAudited('auth/token/renew-self', 'No line: a sealed Vault cannot write one.'),
    kubernetes: notReviewed('No TokenReview: Vault does not get that far.'),
    kubectl: pods('2/2', 'Running', 'All is green.'),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt after the unsealing succeeds.",
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 260_000 },
  begin: (run) => ({ commands: [toVault(run, 'PUT', 'sys/seal')], remember: unsealKey(run) }),
  end: (run, key) => [toVault(run, 'PUT', 'sys/unseal', { key })],
};
