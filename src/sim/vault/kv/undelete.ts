import { path } from '../framework/index.ts';
import { attributionOf } from './attribution.ts';
import { unlessUpgrading } from './guard.ts';
import { plannedDeletion } from './secret-key.ts';
import type { Storage } from './storage.ts';
import { changeVersions, fields } from './versions-field.ts';

/** `undelete/:path`: takes deletion marks off; `delete_version_after` starts anew (kv plugin: path_delete.go). */
export const undeleteVersions = path<Storage>()({
  pattern: 'undelete/(?<path>.*)',
  fields,
  operations: {
    update: unlessUpgrading<typeof fields>((core, request, given) =>
      changeVersions(request, given, 'No version number provided', (versions, key) => {
        for (const version of versions) {
          version.deletion = plannedDeletion(request.storage.settings, key, core.wall);
          version.deletedBy = null;
        }
        key.lastUpdatedBy = attributionOf(request, core.version.kvAttribution, 'undelete');
      }),
    ),
  },
});
