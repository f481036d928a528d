import type { Transaction } from '../core/transaction.ts';
import { goTime } from '../framework/index.ts';
import type { AuditDevice } from '../state/state.ts';
import { auditHash, hashStrings } from './hash.ts';

/** How one device hides what it logs. */
export interface Hasher {
  readonly salt: string;
  text(value: string): string;
  accessor(value: string): string;
  /** @param plain top-level keys that stay readable */
  data(value: Readonly<Record<string, unknown>>, plain: readonly string[]): unknown;
}

/** Options `log_raw` and `hmac_accessor` are the device's. */
export const hasherOf = (device: AuditDevice): Hasher => {
  const { salt, options } = device;
  const raw = options.log_raw === 'true';
  return {
    salt,
    text: (value) => (raw ? value : auditHash(salt, value)),
    accessor: (value) => (raw || options.hmac_accessor === 'false' ? value : auditHash(salt, value)),
    data: (value, plain) => (raw ? value : hashStrings(salt, value, plain)),
  };
};

/** Appends one line. `stdout` goes to Vault's log, `discard` nowhere. */
export const writeLine = (tx: Transaction, device: AuditDevice, line: Readonly<Record<string, unknown>>): void => {
  const text = `${device.options.prefix ?? ''}${JSON.stringify(line)}`;
  const path = device.options.file_path ?? '';
  if (path === 'stdout') tx.note('info', 'audit', text);
  else if (path !== 'discard' && device.type === 'file') tx.appends.push({ path, text: `${text}\n` });
};

/** The line that proves a new device writable. */
export const testLine = (tx: Transaction, device: AuditDevice): void =>
  writeLine(tx, device, {
    request: { id: tx.random.uuid(), namespace: { id: 'root' }, operation: 'update', path: 'sys/audit/test' },
    time: goTime(tx.wall),
    type: 'request',
  });
