/** `keys/<name>` and what hangs below it. Source: vault: builtin/logical/transit/path_keys.go, path_config.go, path_rotate.go. */
import {
  type Core,
  errorResponse,
  type FieldSchemas,
  type Handler,
  listResponse,
  nameRegex,
  path,
} from '../framework/index.ts';
import { tableKey, tableName } from '../framework/table-key.ts';
import { keyView, newKey, rotate } from './key.ts';
import { keyType } from './key-type.ts';
import { planRotations } from './rotation.ts';
import { findKey, type Key, type Storage } from './storage.ts';

const fields = {
  name: { type: 'string' },
  type: { type: 'string', default: 'aes256-gcm96' },
  derived: { type: 'bool' },
  convergent_encryption: { type: 'bool' },
  exportable: { type: 'bool' },
  allow_plaintext_backup: { type: 'bool' },
  context: { type: 'string' },
  auto_rotate_period: { type: 'duration' },
  key_size: { type: 'int' },
} as const satisfies FieldSchemas;

/** Seconds. */
const SHORTEST_ROTATION = 3600;

const checkPeriod = (period: number): void => {
  if (period !== 0 && period < SHORTEST_ROTATION)
    throw errorResponse('auto rotate period must be 0 to disable or at least an hour');
};

const checkDerivation = (type: string, derived: boolean, convergent: boolean): void => {
  if (convergent && !derived) throw errorResponse('convergent encryption requires derivation to be enabled');
  const properties = keyType(type);
  if (derived && !properties?.derives)
    throw errorResponse(`key derivation and convergent encryption not supported for keys of type ${type}`);
  if (convergent && !properties?.encrypts)
    throw errorResponse(`convergent encryption not supported for keys of type ${type}`);
};

/** A key that is there stays as it is; the answer shows it with a warning. */
const write: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  const name = given.get('name');
  const type = given.get('type');
  const [derived, convergent, period] = [
    given.get('derived'),
    given.get('convergent_encryption'),
    given.get('auto_rotate_period'),
  ];
  checkPeriod(period);
  if (!derived && convergent) throw errorResponse('convergent encryption requires derivation to be enabled');
  if (keyType(type) === undefined) throw errorResponse(`unknown key type ${type}`);
  const present = findKey(storage, name);
  if (present) return { data: keyView(present), warnings: [`key ${name} already existed`] };
  checkDerivation(type, derived, convergent);
  const key: Key = {
    ...newKey(core, name, type),
    derived,
    convergent,
    exportable: given.get('exportable'),
    backupAllowed: given.get('allow_plaintext_backup'),
    autoRotate: period,
  };
  storage.keys[tableKey(name)] = key;
  planRotations(core, storage);
  return { data: keyView(key) };
};

const remove: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  const name = given.get('name');
  const key = findKey(storage, name);
  const refused = (reason: string) => errorResponse(`error deleting policy ${name}: ${reason}`);
  if (!key) throw refused('could not delete key; not found');
  if (!key.deletionAllowed) throw refused('deletion is not allowed for this key');
  delete storage.keys[tableKey(name)];
  planRotations(core, storage);
  return undefined;
};

export const keyPath = path<Storage>()({
  pattern: `keys/${nameRegex('name')}`,
  fields,
  operations: {
    update: write,
    delete: remove,
    read: (_core, { storage }, given) => {
      const key = findKey(storage, given.get('name'));
      return key && { data: keyView(key) };
    },
  },
});

export const keyList = path<Storage>()({
  pattern: 'keys/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.keys).map(tableName).sort()) },
});

const known = (storage: Storage, name: string): Key => {
  const key = findKey(storage, name);
  if (!key) throw errorResponse(`no existing key named ${name} could be found`);
  return key;
};

export const keyRotate = path<Storage>()({
  pattern: `keys/${nameRegex('name')}/rotate`,
  fields: { name: { type: 'string' } },
  operations: {
    update: (core: Core, { storage }, given) => {
      const key = findKey(storage, given.get('name'));
      if (!key) throw errorResponse('key not found');
      rotate(core, key);
      planRotations(core, storage);
      return { data: keyView(key) };
    },
  },
});

/** The checks of `min_decryption_version` and `min_encryption_version` together. (path_config.go) */
const applyMinimums = (key: Key, decryption: number | undefined, encryption: number | undefined): readonly string[] => {
  const warnings: string[] = [];
  if (decryption !== undefined) {
    if (decryption < 0) throw errorResponse('min decryption version cannot be negative');
    if (decryption === 0) warnings.push('since Vault 0.3, transit key numbering starts at 1; forcing minimum to 1');
    const minimum = Math.max(1, decryption);
    if (minimum > key.latest)
      throw errorResponse(`cannot set min decryption version of ${minimum}, latest key version is ${key.latest}`);
    key.minDecryption = minimum;
  }
  if (encryption !== undefined) {
    if (encryption < 0) throw errorResponse('min encryption version cannot be negative');
    if (encryption > key.latest)
      throw errorResponse(`cannot set min encryption version of ${encryption}, latest key version is ${key.latest}`);
    key.minEncryption = encryption;
  }
  if (key.minEncryption > 0 && key.minEncryption < key.minDecryption)
    throw errorResponse(
      `cannot set min encryption/decryption values; min encryption version of ${key.minEncryption} must be greater than or equal to min decryption version of ${key.minDecryption}`,
    );
  return warnings;
};

export const keyConfig = path<Storage>()({
  pattern: `keys/${nameRegex('name')}/config`,
  fields: {
    name: { type: 'string' },
    min_decryption_version: { type: 'int' },
    min_encryption_version: { type: 'int' },
    deletion_allowed: { type: 'bool' },
    exportable: { type: 'bool' },
    allow_plaintext_backup: { type: 'bool' },
    auto_rotate_period: { type: 'duration' },
  },
  operations: {
    update: (core, { storage }, given) => {
      const key = known(storage, given.get('name'));
      const warnings = applyMinimums(key, given.given('min_decryption_version'), given.given('min_encryption_version'));
      key.deletionAllowed = given.given('deletion_allowed') ?? key.deletionAllowed;
      // Once given away, always: neither can be taken back.
      key.exportable = key.exportable || given.get('exportable');
      key.backupAllowed = key.backupAllowed || given.get('allow_plaintext_backup');
      const period = given.given('auto_rotate_period');
      if (period !== undefined) {
        checkPeriod(period);
        key.autoRotate = period;
      }
      planRotations(core, storage);
      return { data: keyView(key), ...(warnings.length > 0 && { warnings }) };
    },
  },
});

export const keyTrim = path<Storage>()({
  pattern: `keys/${nameRegex('name')}/trim`,
  fields: { name: { type: 'string' }, min_available_version: { type: 'int' } },
  operations: {
    update: (_core, { storage }, given) => {
      const key = known(storage, given.get('name'));
      const minimum = given.given('min_available_version');
      if (minimum === undefined) throw errorResponse('missing min_available_version');
      if (minimum < key.minAvailable) throw errorResponse('minimum available version cannot be decremented');
      if (key.minEncryption === 0)
        throw errorResponse('minimum available version cannot be set when minimum encryption version is not set');
      if (minimum > key.minEncryption)
        throw errorResponse('minimum available version cannot be greater than minimum encryption version');
      if (minimum > key.minDecryption)
        throw errorResponse('minimum available version cannot be greater than minimum decryption version');
      if (minimum > key.latest)
        throw errorResponse('minimum available version cannot be greater than the latest key version');
      key.minAvailable = minimum;
      for (const version of Object.keys(key.versions)) if (Number(version) < minimum) delete key.versions[version];
      return { data: keyView(key) };
    },
  },
});
