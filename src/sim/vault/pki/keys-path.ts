/** `keys`, `key/<ref>` and `config/keys`. Source: vault: builtin/logical/pki/path_fetch_keys.go, path_config_ca.go. */
import { errorResponse, goError, listResponse, nameRegex, path } from '../framework/index.ts';
import { DEFAULT, keyBy } from './references.ts';
import type { Storage, StoredKey } from './storage.ts';

/** @throws VaultError 500 */
const known = (storage: Storage, reference: string): StoredKey => {
  const key = keyBy(storage, reference);
  if (typeof key === 'string') throw goError(key);
  return key;
};

const summary = ({ id, name, pair }: StoredKey) => ({ key_id: id, key_name: name, key_type: pair.type });

export const keyList = path<Storage>()({
  pattern: 'keys/?',
  fields: {},
  operations: {
    list: (_core, { storage }) => {
      const ids = Object.keys(storage.keys).sort();
      const info = ids.map((id) => [
        id,
        { is_default: id === storage.defaultKey, key_name: storage.keys[id]?.name ?? '' },
      ]);
      return listResponse(ids, Object.fromEntries(info));
    },
  },
});

export const keyPath = path<Storage>()({
  pattern: `key/${nameRegex('key_ref')}`,
  fields: { key_ref: { type: 'string', default: DEFAULT }, key_name: { type: 'string' } },
  operations: {
    read: (_core, { storage }, given) => {
      const key = known(storage, given.get('key_ref'));
      return { data: { ...summary(key), subject_key_id: key.pair.keyId.replace(/(..)(?=.)/g, '$1:') } };
    },
    update: (_core, { storage }, given) => {
      const key = known(storage, given.get('key_ref'));
      const name = given.get('key_name');
      if (name !== '' && !/^\w(([\w.-]+)?\w)?$/.test(name))
        throw errorResponse('new key name outside of valid character limits');
      key.name = name;
      return {
        data: summary(key),
        ...(name === '' && {
          warnings: [`Name successfully deleted, you will now need to reference this key by it's Id: ${key.id}`],
        }),
      };
    },
    delete: (_core, { storage }, given) => {
      const reference = given.get('key_ref');
      const key = keyBy(storage, reference);
      if (typeof key === 'string') return undefined;
      const user = Object.values(storage.issuers).find(({ keyId }) => keyId === key.id);
      if (user) throw errorResponse(`Failed to Delete Key.  Key in Use by Issuer: ${user.id}`);
      delete storage.keys[key.id];
      if (storage.defaultKey !== key.id) return undefined;
      storage.defaultKey = '';
      return {
        warnings: [
          `Deleted key ${key.id} (via key_ref ${reference}); this was configured as the default key. Operations without an explicit key will not work until a new default is configured.`,
        ],
      };
    },
  },
});

export const keysConfigPath = path<Storage>()({
  pattern: 'config/keys',
  fields: { default: { type: 'string' } },
  operations: {
    read: (_core, { storage }) => ({ data: { default: storage.defaultKey } }),
    update: (_core, { storage }, given) => {
      const reference = given.get('default');
      if (reference === '' || reference === DEFAULT)
        throw errorResponse("Invalid key specification; must be non-empty and can't be 'default'.");
      const key = keyBy(storage, reference);
      if (typeof key === 'string') throw errorResponse(`Error resolving issuer reference: ${key}`);
      storage.defaultKey = key.id;
      return { data: { default: key.id } };
    },
  },
});
