import { type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

const condition = (object: Json, type: string): string => {
  const found = listAt(object, 'status', 'conditions').find((c) => textAt(c, 'type') === type);
  return found ? textAt(found, 'status') : '';
};

const age = (object: Json, now: number): string => since(textAt(object, 'metadata', 'creationTimestamp'), now);

/** VaultConnection and VaultAuth. Source: vault-secrets-operator 1.4.1: api/v1beta1, the marks `printcolumn`. */
export const vaultSettings: Printer = {
  columns: ['NAME', 'HEALTHY', 'READY', 'AGE'],
  row: (object, now) => [nameOf(object), condition(object, 'Healthy'), condition(object, 'Ready'), age(object, now)],
};

/** VaultStaticSecret and VaultDynamicSecret. */
export const vaultSecrets: Printer = {
  columns: ['NAME', 'SYNCED', 'HEALTHY', 'READY', 'AGE'],
  row: (object, now) => [
    nameOf(object),
    condition(object, 'SecretSynced'),
    condition(object, 'Healthy'),
    condition(object, 'Ready'),
    age(object, now),
  ],
};
