import { type Handler, type Operation, path } from '../framework/index.ts';
import type { Storage } from './storage.ts';

const ROOTS = ['metadata', 'data', 'delete', 'undelete', 'destroy'];

const VERBS: Readonly<Record<Operation, string>> = {
  create: 'put',
  update: 'put',
  patch: 'patch',
  read: 'get',
  list: 'list',
  delete: 'delete',
};

const answer: Handler<Storage, Record<never, never>> = (_core, request) => {
  if (ROOTS.includes(request.path)) {
    return { status: 404, warnings: ['Non-listing operations on the root of a K/V v2 mount are not supported.'] };
  }
  const verb = VERBS[request.operation];
  const hint = `Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use. If using the Vault CLI, use 'vault kv ${verb}' for this operation.`;
  return { status: 404, warnings: [hint] };
};

/** Any other path: the hint that most learners meet first (kv plugin: backend.go, pathInvalid). */
export const invalid = path<Storage>()({
  pattern: '.*',
  fields: {},
  operations: { read: answer, list: answer, update: answer, patch: answer, delete: answer },
});
