import { goError, path } from '../framework/index.ts';
import { versionOf } from './data.ts';
import { unlessUpgrading } from './guard.ts';
import { describeVersion } from './secret-key.ts';
import type { Content, Storage } from './storage.ts';

const fields = { path: { type: 'string' }, version: { type: 'int' }, depth: { type: 'int' } } as const;

const isFilled = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

/** The structure of a secret: every value null but objects, down to a depth (0: all the way). */
export function structureOf(content: Content, depth: number, level = 1): Content {
  if (content === null) return null;
  const deeper = depth === 0 || level < depth;
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => [
      key,
      deeper && isFilled(value) ? structureOf(value, depth, level + 1) : null,
    ]),
  );
}

/** `subkeys/:path`: the keys of a secret without its values (kv plugin: path_subkeys.go). */
export const subkeys = path<Storage>()({
  pattern: 'subkeys/(?<path>.*)',
  fields,
  operations: {
    read: unlessUpgrading<typeof fields>((core, request, given) => {
      const found = versionOf(core, request.storage, given.get('path'), given.get('version'));
      if (found === undefined) return undefined;
      const metadata = describeVersion(found.key, found.number, found.version);
      if (found.gone) return { status: 404, data: { metadata, subkeys: null } };
      // The real plugin cleans the path for the metadata only; the version's own storage key keeps the closing slash.
      if (given.get('path').endsWith('/')) throw goError('could not find version data');
      return { data: { metadata, subkeys: structureOf(found.version.content, given.get('depth')) } };
    }),
  },
});
