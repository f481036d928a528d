import { path } from '../framework/index.ts';
import { attributionOf } from './attribution.ts';
import { unlessUpgrading } from './guard.ts';
import { isDeleted } from './secret-key.ts';
import type { Storage } from './storage.ts';
import { fields, namedVersions } from './versions-field.ts';

/** `delete/:path`: marks versions as deleted; their data stays (kv plugin: path_delete.go). */
export const deleteVersions = path<Storage>()({
  pattern: 'delete/(?<path>.*)',
  fields,
  operations: {
    update: unlessUpgrading<typeof fields>((core, request, given) => {
      const named = namedVersions(request, given, 'No version number provided');
      if (named === undefined) return undefined;
      const by = attributionOf(request, core.version.kvAttribution);
      for (const version of named.versions) {
        if (isDeleted(version, core.wall)) continue;
        version.deletion = core.wall;
        version.deletedBy = by;
      }
      named.key.lastUpdatedBy = by;
      return undefined;
    }),
  },
});
