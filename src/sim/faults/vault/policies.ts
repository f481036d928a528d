/** The policies that the roles in use give. */
import type { Command, Run } from '../../kernel/index.ts';
import { FaultError } from '../fault.ts';
import { toVault } from '../requests.ts';
import { vaultState } from '../vault-site.ts';
import { rolesInUse } from './roles.ts';

export interface KeptPolicy {
  readonly name: string;
  readonly policy: string;
}

/** @throws FaultError when the roles in use give none that exists */
export const policiesInUse = (run: Run): readonly KeptPolicy[] => {
  const { policies } = vaultState(run);
  const names = new Set(rolesInUse(run).flatMap(({ body }) => (body.token_policies ?? []) as readonly string[]));
  const found = [...names].flatMap((name) => {
    const policy = policies[name];
    return policy === undefined ? [] : [{ name, policy }];
  });
  if (found.length > 0) return found;
  throw new FaultError('the roles in use give no policy that exists', 'Write one first: `vault policy write …`.');
};

/** Write a policy's text. */
export const writePolicy = (run: Run, name: string, policy: string): Command =>
  toVault(run, 'PUT', `sys/policies/acl/${name}`, { policy });
