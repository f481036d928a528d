/** Every kind of backend the modelled Vault knows, by `<class>/<type>`. Adding one is a line here. */
import { approle } from './approle/index.ts';
import { kubernetes } from './auth-kubernetes/index.ts';
import type { Registry } from './core/transaction.ts';
import { cubbyhole } from './cubbyhole/index.ts';
import { database } from './database/index.ts';
import type { BackendType } from './framework/index.ts';
import { identity } from './identity/index.ts';
import { generic, kv } from './kv/index.ts';
import { pki } from './pki/index.ts';
import { system } from './sys/index.ts';
import { token } from './tokens/index.ts';
import { transit } from './transit/index.ts';
import { userpass } from './userpass/index.ts';

const types: readonly BackendType[] = [
  approle,
  cubbyhole,
  database,
  generic,
  identity,
  kubernetes,
  kv,
  pki,
  system,
  token,
  transit,
  userpass,
];

export const backends: Registry = Object.fromEntries(types.map((type) => [`${type.class}/${type.type}`, type]));
