/** `sys/policies/acl/<name>` and its older form `sys/policy/<name>`. (vault: vault/policy_store.go) */

import { fromBase64, fromUtf8 } from '../../jwt/index.ts';
import { policyText } from '../core/acl.ts';
import type { InternalCore } from '../core/mount-core.ts';
import type { CoreResponse } from '../core/reply.ts';
import { type FieldData, invalidRequest, listResponse, type Outcome } from '../framework/index.ts';
import { parsePolicy } from '../policy/index.ts';
import { NOT_ASSIGNABLE } from '../tokens/policies.ts';
import { sysPath } from './path.ts';

const fields = { name: { type: 'string' }, policy: { type: 'string' }, rules: { type: 'string' } } as const;

type Fields = FieldData<typeof fields>;

/** Names sorted, `root` last. */
const names = ({ tx }: InternalCore): string[] => [...Object.keys(tx.state.policies).sort(), 'root'];

const isFixed = (name: string): boolean => name === 'root' || NOT_ASSIGNABLE.includes(name);

/** A text that is base64 as a whole counts as encoded. */
const decoded = (text: string): string => {
  const bytes = fromBase64(text);
  return 'bytes' in bytes ? fromUtf8(bytes.bytes) : text;
};

const CONVERTED = 'policy name was converted to upper';

const write = (core: InternalCore, fields: Fields, legacy: boolean): Outcome => {
  const { tx } = core;
  const name = fields.get('name').toLowerCase();
  const warnings = name === fields.get('name') ? [] : [CONVERTED];
  let text = fields.get('policy');
  if (text === '' && legacy) text = fields.get('rules');
  if (text === '') throw invalidRequest("'policy' parameter not supplied or empty");
  const policy = decoded(text);
  const parsed = parsePolicy(name, policy, tx.version);
  if (parsed.error !== undefined) throw invalidRequest(`failed to parse policy: ${parsed.error}`);
  if (isFixed(name)) throw invalidRequest(`cannot update ${JSON.stringify(name)} policy`);
  tx.set({ policies: { ...tx.state.policies, [name]: policy } });
  return warnings.length > 0 ? { warnings } : undefined;
};

const remove = ({ tx }: InternalCore, fields: Fields): Outcome => {
  const name = fields.get('name').toLowerCase();
  if (name === 'default') throw invalidRequest('cannot delete default policy');
  if (isFixed(name)) throw invalidRequest(`cannot delete ${JSON.stringify(name)} policy`);
  const { [name]: _, ...policies } = tx.state.policies;
  tx.set({ policies });
  return undefined;
};

const read = ({ tx }: InternalCore, fields: Fields, key: 'policy' | 'rules'): CoreResponse | undefined => {
  const name = fields.get('name').toLowerCase();
  const text = policyText(tx.state, name);
  return text === undefined ? undefined : { flat: key === 'rules', data: { name, [key]: text } };
};

export const policies = sysPath({
  pattern: 'policies/acl/?',
  fields: {},
  operations: { list: (core) => listResponse(names(core)) },
});

export const policyPath = sysPath({
  pattern: 'policies/acl/(?<name>.+)',
  fields: { name: fields.name, policy: fields.policy },
  operations: {
    read: (core, _, data) => read(core, data as Fields, 'policy'),
    update: (core, _, data) => write(core, data as Fields, false),
    delete: (core, _, data) => remove(core, data as Fields),
  },
});

const legacyList = (core: InternalCore): CoreResponse => {
  const keys = names(core);
  return { flat: true, data: { keys, policies: keys } };
};

export const legacyPolicies = sysPath({
  pattern: 'policy/?',
  fields: {},
  operations: { read: legacyList, list: legacyList },
});

export const legacyPolicyPath = sysPath({
  pattern: 'policy/(?<name>.+)',
  fields,
  operations: {
    read: (core, _, data) => read(core, data, 'rules'),
    update: (core, _, data) => write(core, data, true),
    delete: (core, _, data) => remove(core, data),
  },
});
