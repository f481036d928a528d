/** The key/value engine, versions 1 and 2 (vault-plugin-secrets-kv). */
import { type BackendDefinition, type BackendType, backendType, type Mount } from '../framework/index.ts';
import { config } from './config.ts';
import { data } from './data.ts';
import { deleteVersions } from './delete.ts';
import { destroyVersions } from './destroy.ts';
import { invalid } from './invalid.ts';
import { metadata } from './metadata.ts';
import { secret } from './secret.ts';
import { emptyStorage, type Storage } from './storage.ts';
import { subkeys } from './subkeys.ts';
import { undeleteVersions } from './undelete.ts';
import { upgrade } from './upgrade.ts';

export type { Attribution } from './attribution.ts';
export type { SecretKey, SecretVersion, Storage } from './storage.ts';

const version1: BackendDefinition<Storage> = { paths: [secret] };

/** The catch-all comes last. */
const version2: BackendDefinition<Storage> = {
  paths: [config, data, metadata, destroyVersions, subkeys, deleteVersions, undeleteVersions, invalid],
};

const isVersion2 = (mount: Mount): boolean => mount.options?.version === '2';

/** @param type `kv`, or `generic`, the old name of version 1 */
const keyValue = (type: string): BackendType =>
  backendType<Storage>({
    type,
    class: 'secret',
    init: emptyStorage,
    backend: (mount) => (isVersion2(mount) ? version2 : version1),
    tuned: (core, mount, storage) => {
      if (isVersion2(mount)) upgrade(core, storage);
    },
    checkOptions: ({ version = '1' }) =>
      ['', '1', '2'].includes(version) ? undefined : `nil backend of type "${type}" returned from factory`,
  });

export const kv: BackendType = keyValue('kv');
export const generic: BackendType = keyValue('generic');
