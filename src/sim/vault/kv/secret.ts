import type { Core } from '../framework/core.ts';
import {
  errorResponse,
  listResponse,
  type Outcome,
  parseVaultDuration,
  path,
  type Request,
} from '../framework/index.ts';
import type { Storage } from './storage.ts';
import { stored } from './stored.ts';
import { namesIn, valueAt, withoutValue, withValue } from './tree.ts';

/** Seconds that a stored `ttl`, or the older `lease`, asks for; undefined when there is none or it is no duration. */
function storedTtl(content: Readonly<Record<string, unknown>>): number | undefined {
  const stored = Object.hasOwn(content, 'ttl') ? content.ttl : content.lease;
  if (stored === undefined) return undefined;
  const parsed = parseVaultDuration(stored);
  return parsed.error === undefined ? parsed.seconds : undefined;
}

/** The content and how long to believe it: as stored, or the mount's default. There is no lease behind it. */
function read(core: Core, request: Request<Storage>): Outcome {
  const content = valueAt(stored(request.storage).plain, request.path);
  if (content === undefined) return undefined;
  if (request.mount.options?.leased_passthrough === 'true') core.notModelled('leases of kv (leased_passthrough)');
  const ttl = storedTtl(content) ?? core.defaultLease;
  return { data: content, secret: { type: 'kv', internal: {}, ttl, renewable: false } };
}

function write(_core: Core, request: Request<Storage>): Outcome {
  if (request.path === '') throw errorResponse('missing path');
  if (Object.keys(request.data).length === 0) throw errorResponse('missing data fields');
  request.storage.plain = withValue(stored(request.storage).plain, request.path, request.data);
  return undefined;
}

/** Version 1: every path is a secret (kv plugin: passthrough.go). */
export const secret = path<Storage>()({
  pattern: '(?<path>.*)',
  fields: { path: { type: 'string' } },
  takesArbitraryInput: true,
  exists: (_core, request) => valueAt(stored(request.storage).plain, request.path) !== undefined,
  operations: {
    read,
    create: write,
    update: write,
    delete: (_core, request) => {
      request.storage.plain = withoutValue(stored(request.storage).plain, request.path);
      return undefined;
    },
    list: (_core, request) => listResponse(namesIn(stored(request.storage).plain, request.path)),
  },
});
