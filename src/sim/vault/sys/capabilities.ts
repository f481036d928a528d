/** `sys/capabilities`, `-self`, `-accessor`. (vault: vault/capabilities.go) */
import { rightsOf } from '../core/check-token.ts';
import type { InternalCore } from '../core/mount-core.ts';
import type { CoreResponse } from '../core/reply.ts';
import type { Token } from '../core/token.ts';
import { codedError, errorResponse, type FieldData } from '../framework/index.ts';
import { byAccessor, lookUp } from '../tokens/store.ts';
import { sysPath } from './path.ts';

const paths = { path: { type: 'comma slice' }, paths: { type: 'comma slice' } } as const;

const asked = (fields: FieldData<typeof paths>): readonly string[] => {
  const list = fields.get('paths').length > 0 ? fields.get('paths') : fields.get('path');
  if (list.length === 0) throw errorResponse('paths must be supplied');
  return list;
};

/** Every path's capabilities; the key `capabilities` only where one path was asked for. */
const answer = ({ tx }: InternalCore, token: Token | undefined, list: readonly string[]): CoreResponse => {
  const rights = token && rightsOf(tx, token);
  const data = Object.fromEntries(
    list.map((path) => {
      if (path === '') throw codedError(400, 'missing path');
      if (!rights) throw codedError(400, 'invalid token');
      return [path, rights.acl.capabilities(path)];
    }),
  );
  const [only, ...more] = list;
  return {
    flat: true,
    data: only !== undefined && more.length === 0 ? { ...data, capabilities: data[only] } : data,
  };
};

export const capabilitiesSelf = sysPath({
  pattern: 'capabilities-self',
  fields: { token: { type: 'string' }, ...paths },
  operations: {
    // The caller's last permitted use counts: it is still a token here.
    update: (core, { caller }, fields) =>
      answer(core, caller && lookUp(core.tx, caller.id, true), asked(fields as FieldData<typeof paths>)),
  },
});

export const capabilities = sysPath({
  pattern: 'capabilities',
  fields: { token: { type: 'string' }, ...paths },
  operations: {
    update: (core, _, fields) => {
      const list = asked(fields as FieldData<typeof paths>);
      if (fields.get('token') === '') throw codedError(400, 'missing token');
      return answer(core, lookUp(core.tx, fields.get('token')), list);
    },
  },
});

export const capabilitiesAccessor = sysPath({
  pattern: 'capabilities-accessor',
  fields: { accessor: { type: 'string' }, ...paths },
  operations: {
    update: (core, _, fields) => {
      if (fields.get('accessor') === '') throw errorResponse('missing accessor');
      const token = byAccessor(core.tx, fields.get('accessor'));
      if (!token) throw codedError(400, 'invalid accessor');
      return answer(core, token, asked(fields as FieldData<typeof paths>));
    },
  },
});
