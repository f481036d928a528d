/** `sys/audit`, `sys/audit/<path>`, `sys/audit-hash/<path>`. (vault: vault/audit.go) */
import { testLine } from '../audit/device.ts';
import { auditHash } from '../audit/hash.ts';
import type { CoreResponse } from '../core/reply.ts';
import { invalidRequest } from '../framework/index.ts';
import { mountPath } from '../mounts/path.ts';
import type { AuditDevice } from '../state/state.ts';
import { sysPath } from './path.ts';

/** Kinds of devices; only files are modelled. */
const TYPES = ['file', 'socket', 'syslog'];

const view = ({ salt: _, ...device }: AuditDevice): Readonly<Record<string, unknown>> => device;

export const audit = sysPath({
  pattern: 'audit',
  fields: {},
  operations: {
    read: ({ tx }): CoreResponse => ({
      flat: true,
      data: Object.fromEntries(Object.entries(tx.state.audit).map(([path, device]) => [path, view(device)])),
    }),
  },
});

export const auditPath = sysPath({
  pattern: 'audit/(?<path>.+)',
  fields: {
    path: { type: 'string' },
    type: { type: 'string' },
    description: { type: 'string' },
    options: { type: 'kv pairs' },
    local: { type: 'bool' },
  },
  operations: {
    update: ({ tx }, _, fields) => {
      const path = mountPath(fields.get('path'));
      const type = fields.get('type');
      const options = fields.get('options');
      const taken = Object.keys(tx.state.audit).some((other) => other.startsWith(path) || path.startsWith(other));
      if (taken) throw invalidRequest('path already in use: invalid configuration');
      if (!TYPES.includes(type))
        throw invalidRequest(`unknown backend type: ${JSON.stringify(type)}: invalid configuration`);
      if (type !== 'file') tx.notModelled(`audit device ${type}`);
      else if (!options.file_path)
        throw invalidRequest('unable to create new audit backend: "file_path" is required: invalid configuration');
      const device: AuditDevice = {
        description: fields.get('description'),
        local: fields.get('local'),
        options,
        path,
        type,
        salt: tx.random.uuid(),
      };
      testLine(tx, device);
      tx.set({ audit: { ...tx.state.audit, [path]: device } });
      tx.note('info', 'core', `enabled audit backend: path=${path} type=${type}`);
      return undefined;
    },
    delete: ({ tx }, _, fields) => {
      const { [mountPath(fields.get('path'))]: gone, ...rest } = tx.state.audit;
      tx.set({ audit: rest });
      if (gone) tx.note('info', 'core', `disabled audit backend: path=${gone.path}`);
      return undefined;
    },
  },
});

export const auditHashPath = sysPath({
  pattern: 'audit-hash/(?<path>.+)',
  fields: { path: { type: 'string' }, input: { type: 'string' } },
  operations: {
    update: ({ tx }, _, fields): CoreResponse => {
      const path = mountPath(fields.get('path'));
      if (fields.get('input') === '') throw invalidRequest('the "input" parameter is empty');
      const device = tx.state.audit[path];
      if (!device) throw invalidRequest(`unknown audit backend ${path}`);
      return { flat: true, data: { hash: auditHash(device.salt, fields.get('input')) } };
    },
  },
});
