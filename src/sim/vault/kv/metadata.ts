import type { Core } from '../framework/core.ts';
import {
  errorResponse,
  type FieldData,
  formatGoDuration,
  listResponse,
  type Outcome,
  path,
  type Request,
} from '../framework/index.ts';
import { customMetadata } from './custom-metadata.ts';
import { unlessUpgrading } from './guard.ts';
import { keyOf } from './key.ts';
import { fields, type MetadataFields } from './metadata-fields.ts';
import { patchMetadata } from './metadata-patch.ts';
import { changeKey, findKey, freshKey } from './secret-key.ts';
import type { SecretKey, Storage } from './storage.ts';
import { stored } from './stored.ts';
import { timestamp } from './timestamp.ts';
import { namesIn, withoutValue } from './tree.ts';

type Given = FieldData<MetadataFields>;

const described = (key: SecretKey, attribution: boolean) => ({
  cas_required: key.casRequired,
  created_time: timestamp(key.created),
  current_version: key.current,
  custom_metadata: key.customMetadata,
  delete_version_after: formatGoDuration(key.deleteVersionAfter),
  ...(attribution ? { last_updated_by: key.lastUpdatedBy } : {}),
  max_versions: key.maxVersions,
  oldest_version: key.oldest,
  updated_time: timestamp(key.updated),
  versions: Object.fromEntries(
    Object.entries(key.versions).map(([number, version]) => [
      number,
      {
        ...(attribution ? { created_by: version.createdBy, deleted_by: version.deletedBy } : {}),
        created_time: timestamp(version.created),
        deletion_time: timestamp(version.deletion),
        destroyed: version.destroyed,
      },
    ]),
  ),
});

function read(core: Core, request: Request<Storage>, given: Given): Outcome {
  const key = findKey(request.storage, given.get('path'));
  return key && { data: described(key, core.version.kvAttribution) };
}

/** `exclude_deleted` came with KV plugin 0.25, which also brought attribution. Before, it is an unknown parameter. */
function list(core: Core, request: Request<Storage>, given: Given): Outcome {
  const folder = keyOf(given.get('path'));
  const names = namesIn(stored(request.storage).keys, folder);
  const understood = core.version.kvAttribution;
  if (given.raw.exclude_deleted !== undefined && !understood) {
    const warning = 'Endpoint ignored these unrecognized parameters: [exclude_deleted]';
    return { ...listResponse(names), warnings: [warning] };
  }
  if (!understood || !given.get('exclude_deleted')) return listResponse(names);
  const remains = (name: string): boolean => {
    const key = name.endsWith('/') ? undefined : findKey(request.storage, `${folder}/${name}`);
    return (key?.versions[String(key.current)]?.deletion ?? null) === null;
  };
  return listResponse(names.filter(remains));
}

function write(core: Core, request: Request<Storage>, given: Given): Outcome {
  if (keyOf(given.get('path')) === '') throw errorResponse('missing path');
  const maxVersions = given.given('max_versions');
  const casRequired = given.given('cas_required');
  const after = given.given('delete_version_after');
  const custom = given.given('custom_metadata');
  if ([maxVersions, casRequired, after, custom].every((value) => value === undefined)) return undefined;
  const entries = custom && customMetadata(custom, false);
  const found = findKey(request.storage, given.get('path')) ?? freshKey(core.wall);
  changeKey(request.storage, given.get('path'), found, (key) => {
    if (maxVersions !== undefined) key.maxVersions = maxVersions >>> 0;
    if (casRequired !== undefined) key.casRequired = casRequired;
    if (after !== undefined) key.deleteVersionAfter = after;
    if (entries !== undefined) key.customMetadata = Object.keys(entries).length === 0 ? null : entries;
  });
  return mandated(request.storage, casRequired);
}

/** The mount may demand check-and-set whatever the key says. */
function mandated(storage: Storage, casRequired: boolean | undefined): Outcome {
  if (casRequired !== false || !storage.settings.casRequired) return undefined;
  return {
    warnings: ['"cas_required" set to false, but is mandated by backend config. This value will be ignored.'],
  };
}

function patch(_core: Core, request: Request<Storage>, given: Given): Outcome {
  if (keyOf(given.get('path')) === '') throw errorResponse('missing path');
  const custom = given.given('custom_metadata');
  if (custom !== undefined) customMetadata(custom, true);
  const found = findKey(request.storage, given.get('path'));
  if (found === undefined) return { status: 404, empty: true };
  changeKey(request.storage, given.get('path'), found, (key) => patchMetadata(key, given));
  return mandated(request.storage, given.given('cas_required'));
}

/** Removes the key with all its versions. */
function remove(_core: Core, request: Request<Storage>, given: Given): Outcome {
  const key = keyOf(given.get('path'));
  if (key !== '') request.storage.keys = withoutValue(stored(request.storage).keys, key);
  return undefined;
}

/** `metadata/:path`: a key's settings and versions, and the listing of folders (kv plugin: path_metadata.go). */
export const metadata = path<Storage>()({
  pattern: 'metadata/(?<path>.*)',
  fields,
  exists: (_core, request, given) => findKey(request.storage, given.get('path')) !== undefined,
  operations: {
    read: unlessUpgrading(read),
    list: unlessUpgrading(list),
    create: unlessUpgrading(write),
    update: unlessUpgrading(write),
    patch: unlessUpgrading(patch),
    delete: unlessUpgrading(remove),
  },
});
