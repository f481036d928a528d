/** `sys/plugins/catalog`. (vault: logical_system.go, handlePluginCatalog…) */
import { errorResponse, listResponse, type Response } from '../framework/index.ts';
import { BUILTIN, isBuiltin, type PluginClass } from '../mounts/builtin.ts';
import { runningVersion } from '../mounts/plugin-version.ts';
import { sysPath } from './path.ts';

export const pluginCatalog = sysPath({
  pattern: 'plugins/catalog/?',
  fields: {},
  operations: {
    read: ({ version }): Response => {
      const detailed = (Object.keys(BUILTIN) as PluginClass[]).flatMap((type) =>
        BUILTIN[type].map((name) => ({
          builtin: true,
          deprecation_status: 'supported',
          name,
          type,
          version: runningVersion(version, { type: name }),
        })),
      );
      return { data: { ...BUILTIN, detailed } };
    },
  },
});

const kinds = '(?<type>auth|database|secret)';

export const pluginList = sysPath({
  pattern: `plugins/catalog/${kinds}/?`,
  fields: { type: { type: 'string' } },
  operations: { list: (_, __, fields) => listResponse([...BUILTIN[fields.get('type') as PluginClass]]) },
});

export const pluginPath = sysPath({
  pattern: `plugins/catalog/${kinds}/(?<name>.+)`,
  fields: { type: { type: 'string' }, name: { type: 'string' }, version: { type: 'string' } },
  operations: {
    read: (core, _, fields): Response | undefined => {
      const name = fields.get('name');
      if (!isBuiltin(fields.get('type') as PluginClass, name)) return undefined;
      return {
        data: {
          args: null,
          builtin: true,
          command: '',
          deprecation_status: 'supported',
          name,
          sha256: '',
          version: runningVersion(core.version, { type: name }),
        },
      };
    },
    update: (core) => {
      core.notModelled('sys/plugins/catalog: registering plugins');
      throw errorResponse('missing command value');
    },
  },
});
