import { type Fault, FaultError } from '../fault.ts';
import { agentLogs, answered, notAudited, notReviewed, READS_AGAIN, RENEWAL, sees, vaultLogs } from '../sight.ts';
import { vaultState } from '../vault-site.ts';

export const auditBlocked: Fault = {
  id: 'vault.audit.blocked',
  group: 'vault',
  title: 'The disk of the audit log is full',
  about:
    'Vault can no longer write its audit log. It answers no request that it cannot log: logins, renewals and reads fail alike, while the seal and the health are well.',
  observed: {
    client: answered(RENEWAL, 500, 'Every request gets 500, without a reason.', 'internal error'),
    agent: agentLogs('* internal error', 'The same, without a reason.'),
    vault: vaultLogs('no space left on device', 'The cause, for each request, at level error.'),
    audit: notAudited('auth/token/renew-self', 'Nothing: that is the trouble.'),
    kubernetes: notReviewed('No TokenReview: nothing is done for a request that cannot be logged.'),
    kubectl: sees(
      'All is green, and `vault status` too.',
      { that: 'pod app/web-* is Running 2/2' },
      { command: { run: 'vault status', contains: 'Sealed          false' } },
    ),
  },
  recovery: {
    itself: true,
    says: "Once there is room, the Agent's next attempt succeeds.",
    within: 300_000,
    proof: [READS_AGAIN],
  },
  trial: { lasts: 260_000 },
  begin: (run) => {
    if (Object.keys(vaultState(run).audit).length === 0)
      throw new FaultError(
        'Vault has no audit device',
        'Enable one first: `vault audit enable file file_path=/vault/audit.log`.',
      );
    return { commands: [{ type: 'send', to: 'vault', event: { type: 'disk.full' } }] };
  },
  end: () => [{ type: 'send', to: 'vault', event: { type: 'disk.freed' } }],
};
