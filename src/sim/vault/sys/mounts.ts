/** `sys/mounts` and `sys/mounts/<path>`. */

import type { CoreResponse } from '../core/reply.ts';
import { invalidRequest } from '../framework/index.ts';
import { disable } from '../mounts/disable.ts';
import { enable, enableFields } from '../mounts/enable.ts';
import { isProtected, mountPath } from '../mounts/path.ts';
import { mountTable, mountView } from '../mounts/view.ts';
import { sysPath } from './path.ts';

const flat = (data: Readonly<Record<string, unknown>>): CoreResponse => ({ flat: true, data });

export const mounts = sysPath({
  pattern: 'mounts',
  fields: {},
  operations: { read: ({ tx }) => flat(mountTable(tx, 'secret')) },
});

export const mountsPath = sysPath({
  pattern: 'mounts/(?<path>.+?)',
  fields: enableFields,
  operations: {
    read: ({ tx }, _, fields) => {
      const path = mountPath(fields.get('path'));
      const mount = tx.state.mounts[path];
      if (mount?.class !== 'secret') throw invalidRequest(`No secret engine mount at ${path}`);
      return flat(mountView(tx, mount, false));
    },
    update: ({ tx }, _, fields) => {
      enable(tx, {
        class: 'secret',
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
      const mount = tx.state.mounts[path];
      // A mount that is not there answers the same, so that nobody learns which are.
      if (!mount) return undefined;
      if (isProtected(path)) throw invalidRequest(`cannot unmount ${JSON.stringify(path)}`);
      disable(tx, mount);
      return undefined;
    },
  },
});
