/** `export`, `backup`, `restore`. Source: vault: builtin/logical/transit/path_export.go, path_backup.go, path_restore.go. */
import { base64, fromBase64, fromUtf8, utf8 } from '../../jwt/index.ts';
import { errorResponse, nameRegex, optionalParam, path } from '../framework/index.ts';
import { tableKey } from '../framework/table-key.ts';
import { typeOf } from './key.ts';
import { findKey, type Key, type Storage } from './storage.ts';

const KINDS = ['encryption-key', 'signing-key', 'hmac-key', 'public-key'];

const versionsOf = (key: Key, asked: string): readonly string[] => {
  const all = Object.keys(key.versions).filter((version) => Number(version) >= key.minDecryption);
  if (asked === '') return all;
  const version = asked === 'latest' ? String(key.latest) : asked;
  if (!/^\d+$/.test(version)) throw errorResponse('invalid key version');
  if (Number(version) < key.minDecryption)
    throw errorResponse('version for export is below minimum decryption version');
  if (!all.includes(version)) throw errorResponse('version does not exist or cannot be found');
  return [version];
};

const checkKind = (key: Key, kind: string): void => {
  const type = typeOf(key);
  if (kind === 'encryption-key' && !type.encrypts) throw errorResponse('encryption not supported for the key');
  if (kind === 'signing-key' && !type.signs) throw errorResponse('signing not supported for the key');
  if (kind === 'public-key' && type.publicName === '')
    throw errorResponse(`unknown key type ${key.type} for export type ${kind}`);
};

export const exportPath = path<Storage>()({
  pattern: `export/(?<type>[^/]+)/${nameRegex('name')}${optionalParam('version')}`,
  fields: { name: { type: 'string' }, type: { type: 'string' }, version: { type: 'string' } },
  operations: {
    read: (_core, { storage }, given) => {
      const kind = given.get('type');
      if (!KINDS.includes(kind)) throw errorResponse(`invalid export type: ${kind}`);
      const key = findKey(storage, given.get('name'));
      if (!key) return undefined;
      if (!key.exportable && kind !== 'public-key') throw errorResponse('private key material is not exportable');
      checkKind(key, kind);
      const keys = versionsOf(key, given.get('version')).map((version) => {
        const { material = '', publicKey = '' } = key.versions[version] ?? {};
        return [version, kind === 'public-key' ? publicKey : material];
      });
      return { data: { keys: Object.fromEntries(keys), name: key.name, type: key.type } };
    },
  },
});

export const backupPath = path<Storage>()({
  pattern: `backup/${nameRegex('name')}`,
  fields: { name: { type: 'string' } },
  operations: {
    read: (_core, { storage }, given) => {
      const key = findKey(storage, given.get('name'));
      if (!key) throw errorResponse(`key ${JSON.stringify(given.get('name'))} not found`);
      if (!key.exportable) throw errorResponse('exporting is disallowed on the policy');
      if (!key.backupAllowed) throw errorResponse('plaintext backup is disallowed on the policy');
      return { data: { backup: base64(utf8(JSON.stringify(key))) } };
    },
  },
});

const restored = (backup: string): Key => {
  const decoded = fromBase64(backup);
  try {
    if ('bytes' in decoded) return JSON.parse(fromUtf8(decoded.bytes)) as Key;
  } catch {
    // Said below.
  }
  throw errorResponse('failed to decode backup');
};

export const restorePath = path<Storage>()({
  pattern: `restore${optionalParam('name')}`,
  fields: { name: { type: 'string' }, backup: { type: 'string' }, force: { type: 'bool' } },
  operations: {
    update: (_core, { storage }, given) => {
      if (given.get('backup') === '') throw errorResponse("'backup' must be supplied");
      const key = restored(given.get('backup'));
      const name = given.get('name') || key.name;
      if (findKey(storage, name) && !given.get('force'))
        throw errorResponse(`key ${JSON.stringify(name)} already exists`);
      storage.keys[tableKey(name)] = { ...key, name };
      return undefined;
    },
  },
});
