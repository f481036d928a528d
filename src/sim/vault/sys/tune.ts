/** `sys/mounts/<path>/tune` and `sys/auth/<path>/tune`. */
import { invalidRequest } from '../framework/index.ts';
import { mountPath } from '../mounts/path.ts';
import { readTune, tuneFields, writeTune } from '../mounts/tune.ts';
import { sysPath } from './path.ts';

/** (vault: logical_system.go, untunableMounts) */
const UNTUNABLE = ['cubbyhole/', 'sys/', 'audit/', 'identity/'];

export const tuneMount = sysPath({
  pattern: 'mounts/(?<path>.+?)/tune',
  fields: tuneFields,
  operations: {
    read: ({ tx }, _, fields) => {
      const path = mountPath(fields.get('path'));
      return readTune(tx.state.mounts[path], path);
    },
    update: ({ tx }, { data }, fields) => {
      const path = mountPath(fields.get('path'));
      if (UNTUNABLE.some((own) => path.startsWith(own))) throw invalidRequest(`cannot tune ${JSON.stringify(path)}`);
      return writeTune(tx, tx.state.mounts[path], path, data, fields.given('options'));
    },
  },
});

export const tuneAuth = sysPath({
  pattern: 'auth/(?<path>.+?)/tune',
  fields: tuneFields,
  operations: {
    read: ({ tx }, _, fields) => {
      const route = `auth/${mountPath(fields.get('path'))}`;
      return readTune(tx.state.mounts[route], route);
    },
    update: ({ tx }, { data }, fields) => {
      const route = `auth/${mountPath(fields.get('path'))}`;
      return writeTune(tx, tx.state.mounts[route], route, data, fields.given('options'));
    },
  },
});
