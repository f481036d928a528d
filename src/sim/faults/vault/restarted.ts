import type { Fault } from '../fault.ts';
import { toVault } from '../requests.ts';
import { agentLogs, answered, notAudited, notReviewed, READS_AGAIN, RENEWAL, sees, vaultLogs } from '../sight.ts';
import { unsealKey } from './unseal-key.ts';

export const restarted: Fault = {
  id: 'vault.restarted',
  group: 'vault',
  title: 'Vault is restarted and not unsealed',
  about:
    "The process ends and starts again, as on a node that is drained. Its storage is durable, but with Shamir's seal it comes back sealed; what it kept in memory is gone.",
  observed: {
    client: answered(RENEWAL, 503, 'Every request gets 503.', 'Vault is sealed'),
    agent: agentLogs('* Vault is sealed', 'Nothing until the login loop; then the seal.'),
    vault: vaultLogs('==> Vault server started! Log data will stream in below:', 'The beginning of a new log.'),
    audit: notAudited('auth/token/renew-self', 'No line: a sealed Vault cannot write one.'),
    kubernetes: notReviewed('No TokenReview: Vault does not get that far.'),
    kubectl: sees(
      'All is green, while `vault status` says that Vault is sealed.',
      { that: 'pod app/web-* is Running 2/2' },
      { command: { run: 'vault status', exit: 2, contains: 'Sealed             true' } },
    ),
  },
  recovery: {
    itself: true,
    says: "The Agent's next attempt after the unsealing succeeds. Its token is still valid: tokens are stored.",
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 260_000 },
  begin: (run) => ({
    commands: [{ type: 'send', to: 'vault', event: { type: 'process.restart' } }],
    remember: unsealKey(run),
  }),
  end: (run, key) => [toVault(run, 'PUT', 'sys/unseal', { key })],
};
