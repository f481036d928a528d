import { path } from '../framework/index.ts';
import { attributionOf } from './attribution.ts';
import { unlessUpgrading } from './guard.ts';
import { isDeleted } from './secret-key.ts';
import type { Storage } from './storage.ts';
import { changeVersions, fields } from './versions-field.ts';

/** `delete/:path`: marks versions as deleted; their data stays (kv plugin: path_delete.go). */
export const deleteVersions = path<Storage>()({
  pattern: 'delete/(?<path>.*)',
  fields,
  operations: {
    update: unlessUpgrading<typeof fields>((core, request, given) =>
      changeVersions(request, given, 'No version number provided', (versions, key) => {
        const by = attributionOf(request, core.version.kvAttribution);
        for (const version of versions) {
          if (isDeleted(version, core.wall)) continue;
          version.deletion = core.wall;
          version.deletedBy = by;
        }
        key.lastUpdatedBy = by;
      }),
    ),
  },
});
