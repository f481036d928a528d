import type { Run } from '../kernel/index.ts';
import { nameOf, namespaceOf } from '../kubernetes/api/object.ts';
import { issueToken } from '../kubernetes/tokens/issue.ts';
import { clusterSettings, objectsOf } from './cluster-site.ts';
import { FaultError } from './fault.ts';

const HOUR = 3600;

/**
 * A token of Vault's own account that the cluster itself issued two hours ago, for one hour.
 * @throws FaultError when the cluster has no account to issue it for
 */
export const expiredToken = (run: Run): string => {
  const accounts = objectsOf(run, 'serviceaccounts');
  const account = accounts.find((a) => namespaceOf(a) === 'vault' && nameOf(a) === 'vault') ?? accounts[0];
  if (!account) throw new FaultError('the cluster has no ServiceAccount', 'Create one first.');
  const { issuer, audiences, signingKey } = clusterSettings(run);
  return issueToken({
    issuer,
    key: signingKey,
    namespace: namespaceOf(account),
    serviceAccount: { name: nameOf(account), uid: account.metadata.uid ?? '' },
    audiences,
    lifetime: HOUR,
    jti: '00000000-0000-4000-8000-000000000000',
    wall: run.world.epoch + run.now - 2 * HOUR * 1000,
  });
};
