import { path } from '../framework/index.ts';
import { unlessUpgrading } from './guard.ts';
import type { Storage } from './storage.ts';
import { changeVersions, fields } from './versions-field.ts';

/** `destroy/:path`: removes versions' data for good (kv plugin: path_destroy.go). */
export const destroyVersions = path<Storage>()({
  pattern: 'destroy/(?<path>.*)',
  fields,
  operations: {
    update: unlessUpgrading<typeof fields>((_core, request, given) =>
      changeVersions(request, given, 'no version number provided', (versions) => {
        for (const version of versions) {
          version.destroyed = true;
          version.content = null;
        }
      }),
    ),
  },
});
