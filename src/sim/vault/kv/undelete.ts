import { path } from '../framework/index.ts';
import { attributionOf } from './attribution.ts';
import { unlessUpgrading } from './guard.ts';
import { plannedDeletion } from './secret-key.ts';
import type { Storage } from './storage.ts';
import { fields, namedVersions } from './versions-field.ts';

/** `undelete/:path`: takes deletion marks off; `delete_version_after` starts anew (kv plugin: path_delete.go). */
export const undeleteVersions = path<Storage>()({
  pattern: 'undelete/(?<path>.*)',
  fields,
  operations: {
    update: unlessUpgrading<typeof fields>((core, request, given) => {
      const named = namedVersions(request, given, 'No version number provided');
      if (named === undefined) return undefined;
      for (const version of named.versions) {
        version.deletion = plannedDeletion(request.storage.settings, named.key, core.wall);
        version.deletedBy = null;
      }
      named.key.lastUpdatedBy = attributionOf(request, core.version.kvAttribution, 'undelete');
      return undefined;
    }),
  },
});
