/** `sys/auth` and `sys/auth/<path>`. */
import type { CoreResponse } from '../core/reply.ts';
import { invalidRequest } from '../framework/index.ts';
import { disable } from '../mounts/disable.ts';
import { enable, enableFields } from '../mounts/enable.ts';
import { mountPath } from '../mounts/path.ts';
import { mountTable, mountView } from '../mounts/view.ts';
import { sysPath } from './path.ts';

const flat = (data: Readonly<Record<string, unknown>>): CoreResponse => ({ flat: true, data });

export const auth = sysPath({
  pattern: 'auth',
  fields: {},
  operations: { read: ({ tx }) => flat(mountTable(tx, 'auth')) },
});

export const authPath = sysPath({
  pattern: 'auth/(?<path>.+?)',
  fields: enableFields,
  operations: {
    read: ({ tx }, _, fields) => {
      const path = mountPath(fields.get('path'));
      const mount = tx.state.mounts[`auth/${path}`];
      if (!mount) throw invalidRequest(`No auth engine at ${path}`);
      return flat(mountView(tx, mount, false));
    },
    update: ({ tx }, _, fields) => {
      enable(tx, {
        class: 'auth',
        path: fields.get('path'),
        type: fields.get('type'),
        description: fields.get('description'),
        config: fields.get('config'),
        // Said to be nothing it is null; not said at all it is an empty map.
        options: fields.raw.options === null ? null : fields.get('options'),
        local: fields.get('local'),
        sealWrap: fields.get('seal_wrap'),
      });
      return undefined;
    },
    delete: ({ tx }, _, fields) => {
      const path = mountPath(fields.get('path'));
      const mount = tx.state.mounts[`auth/${path}`];
      if (!mount) return undefined;
      if (mount.system) throw invalidRequest('token credential backend cannot be disabled');
      disable(tx, mount);
      return undefined;
    },
  },
});
