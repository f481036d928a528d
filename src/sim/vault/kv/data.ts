import type { Core } from '../framework/core.ts';
import {
  type FieldData,
  goError,
  invalidRequest,
  type Outcome,
  path,
  type Request,
  type Response,
} from '../framework/index.ts';
import { attributionOf } from './attribution.ts';
import { checkAndSet } from './check-and-set.ts';
import { unlessUpgrading } from './guard.ts';
import { mergePatch } from './merge-patch.ts';
import { addVersion, changeKey, describeVersion, findKey, freshKey, isDeleted } from './secret-key.ts';
import type { Content, Storage } from './storage.ts';

const fields = {
  path: { type: 'string' },
  version: { type: 'int' },
  options: { type: 'map' },
  data: { type: 'map' },
} as const;

type Fields = FieldData<typeof fields>;

/** The version asked for, with how it answers when it is gone: by nothing, or by 404 with its metadata. */
export function versionOf(core: Core, storage: Storage, secretPath: string, wanted: number) {
  const key = findKey(storage, secretPath);
  const number = wanted > 0 ? wanted : (key?.current ?? 0);
  const version = key?.versions[String(number)];
  if (key === undefined || version === undefined) return undefined;
  return { key, number, version, gone: isDeleted(version, core.wall) || version.destroyed };
}

function read(core: Core, request: Request<Storage>, given: Fields): Outcome {
  const found = versionOf(core, request.storage, given.get('path'), given.get('version'));
  if (found === undefined) return undefined;
  const metadata = describeVersion(found.key, found.number, found.version);
  if (found.gone) return { status: 404, data: { data: null, metadata } };
  return { data: { data: found.version.content, metadata } };
}

/** The answer to a write: the new version's metadata. */
function written(core: Core, request: Request<Storage>, given: Fields, content: Content): Response {
  const { storage } = request;
  const path = given.get('path');
  const by = attributionOf(request, core.version.kvAttribution);
  const key = changeKey(storage, path, findKey(storage, path) ?? freshKey(core.wall), (draft) => {
    addVersion(storage.settings, draft, content, core.wall, by);
  });
  return { data: describeVersion(key, key.current, key.versions[String(key.current)]!) };
}

/** An explicit `"data": null` is stored as such; the field's conversion alone would not tell. */
const contentOf = (given: Fields): Content | undefined => {
  const content = given.given('data');
  return content !== undefined && given.raw.data === null ? null : content;
};

function write(core: Core, request: Request<Storage>, given: Fields): Outcome {
  const content = contentOf(given);
  if (content === undefined) throw invalidRequest('no data provided');
  const key = findKey(request.storage, given.get('path')) ?? { current: 0, casRequired: false };
  checkAndSet(given.given('options'), request.storage.settings, key);
  return written(core, request, given, content);
}

function patch(core: Core, request: Request<Storage>, given: Fields): Outcome {
  const change = contentOf(given);
  if (change === undefined) throw invalidRequest('no data provided');
  const key = findKey(request.storage, given.get('path'));
  // A missing secret answers 404 without any body, as recorded; the reference has an empty list of errors there.
  if (key === undefined) return { status: 404, empty: true };
  checkAndSet(given.given('options'), request.storage.settings, key);
  const found = versionOf(core, request.storage, given.get('path'), 0);
  if (found === undefined) return { status: 404, empty: true };
  if (found.gone) return { status: 404, data: describeVersion(found.key, found.number, found.version) };
  if (found.version.content === null) throw goError('resource does not exist');
  if (change === null) throw goError('Invalid JSON Patch');
  return written(core, request, given, mergePatch(found.version.content, change) as Content);
}

/** Marks the latest version as deleted. */
function remove(core: Core, request: Request<Storage>, given: Fields): Outcome {
  const found = versionOf(core, request.storage, given.get('path'), 0);
  if (found === undefined || found.gone) return undefined;
  const by = attributionOf(request, core.version.kvAttribution);
  changeKey(request.storage, given.get('path'), found.key, (key) => {
    Object.assign(key.versions[String(found.number)]!, { deletion: core.wall, deletedBy: by });
    key.lastUpdatedBy = by;
  });
  return undefined;
}

/** `data/:path`: the secret's versions (kv plugin: path_data.go). */
export const data = path<Storage>()({
  pattern: 'data/(?<path>.*?[^/])',
  fields,
  exists: (_core, request, given) => findKey(request.storage, given.get('path')) !== undefined,
  operations: {
    read: unlessUpgrading(read),
    create: unlessUpgrading(write),
    update: unlessUpgrading(write),
    patch: unlessUpgrading(patch),
    delete: unlessUpgrading(remove),
  },
});
