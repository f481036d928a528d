/** `database`: users of a database that live as long as their lease. Source: vault: builtin/logical/database. */
import type { AnyStateMachine } from 'xstate';
import { type BackendDefinition, backendType } from '../framework/index.ts';
import { configList, configPath, resetPath } from './config-path.ts';
import { connectionMachine } from './connection-machine.ts';
import { credsLease } from './creds-lease.ts';
import { credsPath } from './creds-path.ts';
import { roleList, rolePath } from './role-path.ts';
import { rotateRootPath } from './rotate-root-path.ts';
import { rotationWake } from './rotation.ts';
import { rotateRolePath, staticCredsPath } from './static-creds-path.ts';
import { staticRoleList, staticRolePath } from './static-role-path.ts';
import { emptyStorage, type Storage } from './storage.ts';

const backend: BackendDefinition<Storage> = {
  paths: [
    configList,
    configPath,
    resetPath,
    roleList,
    rolePath,
    staticRoleList,
    staticRolePath,
    credsPath,
    staticCredsPath,
    rotateRootPath,
    rotateRolePath,
  ],
  secrets: { creds: credsLease },
  wake: rotationWake,
  notModelled: ['reload/*'],
};

export const database = backendType<Storage>({
  type: 'database',
  class: 'secret',
  init: emptyStorage,
  backend: () => backend,
});

/** Machines that the backend defers to. */
export const machines: Readonly<Record<string, AnyStateMachine>> = { 'vault/database-connection': connectionMachine };
