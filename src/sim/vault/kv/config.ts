import { formatGoDuration, path } from '../framework/index.ts';
import { unlessUpgrading } from './guard.ts';
import type { Storage } from './storage.ts';

const fields = {
  max_versions: { type: 'int' },
  cas_required: { type: 'bool' },
  delete_version_after: { type: 'signed duration' },
} as const;

/** `config`: settings for every key of the mount (kv plugin: path_config.go). */
export const config = path<Storage>()({
  pattern: 'config',
  fields,
  operations: {
    read: unlessUpgrading<typeof fields>((_core, request) => {
      const { maxVersions, casRequired, deleteVersionAfter } = request.storage.settings;
      return {
        data: {
          cas_required: casRequired,
          delete_version_after: formatGoDuration(deleteVersionAfter),
          max_versions: maxVersions,
        },
      };
    }),
    update: unlessUpgrading<typeof fields>((_core, request, given) => {
      const { settings } = request.storage;
      const maxVersions = given.given('max_versions');
      // Go keeps it as an unsigned 32-bit number.
      if (maxVersions !== undefined) settings.maxVersions = maxVersions >>> 0;
      settings.casRequired = given.given('cas_required') ?? settings.casRequired;
      const after = given.given('delete_version_after');
      if (after !== undefined) settings.deleteVersionAfter = Math.max(after, -1);
      return undefined;
    }),
  },
});
