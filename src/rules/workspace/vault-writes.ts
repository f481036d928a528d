import { Random } from '../../sim/kernel/index.ts';
import { checkedConfig, configFields } from '../../sim/vault/auth-kubernetes/config-path.ts';
import { roleFields, writtenRole } from '../../sim/vault/auth-kubernetes/role-write.ts';
import { parseFields } from '../../sim/vault/framework/field-data.ts';
import { type Core, type FieldData, type Mount, VaultError } from '../../sim/vault/framework/index.ts';
import { rememberingBy } from './cache.ts';
import { VERSION } from './workspace.ts';

/** Vault's own default and maximum lease: 768 hours. (vault: vault/core.go) */
const LEASE = 768 * 3600;

const core = (): Core => ({
  wall: 0,
  random: new Random(0),
  version: VERSION,
  defaultLease: LEASE,
  maxLease: LEASE,
  mountTokenType: '',
  log: () => {},
  notModelled: () => {},
  wakeAt: () => {},
  mountByAccessor: () => undefined,
  entity: () => undefined,
});

/** What Vault answers to a write: its refusal, its warnings. */
export interface Written {
  readonly error: string | undefined;
  readonly warnings: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

const attempt = (write: () => readonly string[]): Written => {
  try {
    return { error: undefined, warnings: write() };
  } catch (error) {
    if (error instanceof VaultError) return { error: error.message, warnings: [] };
    throw error;
  }
};

/** A new role of `auth/<mount>/role/<name>`, written as it stands. */
export const roleWritten = rememberingBy((role: Values): Written => {
  const { name: _, ...data } = role;
  const { fields, error } = parseFields(roleFields, data, { name: String(role.name ?? '') });
  if (error !== undefined) return { error, warnings: [] };
  return attempt(
    () => writtenRole(core(), {} as Mount, undefined, fields as unknown as FieldData<typeof roleFields>).warnings,
  );
});

/** `auth/<mount>/config`, written as it stands. */
export const configWritten = rememberingBy((config: Values): Written => {
  const { fields, error } = parseFields(configFields, config, {});
  if (error !== undefined) return { error, warnings: [] };
  return attempt(() => {
    checkedConfig(fields as unknown as FieldData<typeof configFields>);
    return [];
  });
});
