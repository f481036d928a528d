/** `transit`: encryption as a service; the keys never leave. Source: vault: builtin/logical/transit. */
import { type BackendDefinition, backendType } from '../framework/index.ts';
import { datakeyPath, decryptPath, encryptPath, rewrapPath } from './encrypt-path.ts';
import { backupPath, exportPath, restorePath } from './export-path.ts';
import { hashPath, hmacPath, randomPath, signPath, verifyPath } from './hash-path.ts';
import { keyConfig, keyList, keyPath, keyRotate, keyTrim } from './keys-path.ts';
import { rotationWake } from './rotation.ts';
import { emptyStorage, type Storage } from './storage.ts';

const backend: BackendDefinition<Storage> = {
  paths: [
    keyRotate,
    keyConfig,
    keyTrim,
    keyList,
    keyPath,
    encryptPath,
    decryptPath,
    rewrapPath,
    datakeyPath,
    hashPath,
    randomPath,
    hmacPath,
    signPath,
    verifyPath,
    exportPath,
    backupPath,
    restorePath,
  ],
  wake: rotationWake,
  notModelled: ['keys/*', 'cache-config', 'config/keys', 'wrapping_key', 'byok-export/*'],
};

export const transit = backendType<Storage>({
  type: 'transit',
  class: 'secret',
  init: emptyStorage,
  backend: () => backend,
});
