import type { Run } from '../../kernel/index.ts';
import { FaultError } from '../fault.ts';
import { vaultState } from '../vault-site.ts';

/** The one key share of a Vault that printed it at its start. @throws FaultError where only its owner has the shares */
export const unsealKey = (run: Run): string => {
  const { devKey, initialized } = vaultState(run).seal;
  if (devKey !== undefined) return devKey;
  throw new FaultError(
    initialized ? 'nobody but you knows the unseal keys of this Vault' : 'this Vault is not initialized',
    initialized ? 'Seal it yourself: `vault operator seal`.' : 'Initialize it first: `vault operator init`.',
  );
};
