import { sameJson } from '../api/object.ts';

/** One operation of a JSON Patch (RFC 6902). */
export interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const pointer = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Message of a patch that does not apply; texts of evanphx/json-patch, which both API server and injector use. */
export class PatchError extends Error {}

const missing = (op: string, path: string): PatchError =>
  new PatchError(`${op} operation does not apply: doc is missing path: ${JSON.stringify(path)}: missing value`);

const indexOf = (list: readonly unknown[], token: string, op: string, path: string, limit: number): number => {
  const n = /^-?\d+$/.test(token) ? Number(token) : Number.NaN;
  const at = n < 0 ? n + list.length : n;
  if (!(at >= 0 && at < limit))
    throw new PatchError(`${op} operation does not apply: doc is missing path: ${JSON.stringify(path)}: missing value`);
  return at;
};

const parentOf = (doc: unknown, path: string, op: string): { parent: Container; key: string } => {
  const tokens = pointer(path);
  const key = tokens.pop() ?? '';
  let at: unknown = doc;
  for (const token of tokens) {
    if (Array.isArray(at)) at = at[indexOf(at, token, op, path, at.length)];
    else if (isContainer(at) && Object.hasOwn(at, token)) at = (at as Record<string, unknown>)[token];
    else throw missing(op, path);
  }
  if (!isContainer(at)) throw missing(op, path);
  return { parent: at, key };
};

const get = (doc: unknown, path: string, op: string): unknown => {
  if (path === '') return doc;
  const { parent, key } = parentOf(doc, path, op);
  if (Array.isArray(parent)) return parent[indexOf(parent, key, op, path, parent.length)];
  if (!Object.hasOwn(parent, key)) throw missing(op, path);
  return parent[key];
};

const add = (doc: unknown, path: string, value: unknown, op: string): unknown => {
  if (path === '') return value;
  const { parent, key } = parentOf(doc, path, op);
  if (Array.isArray(parent))
    parent.splice(key === '-' ? parent.length : indexOf(parent, key, op, path, parent.length + 1), 0, value);
  else parent[key] = value;
  return doc;
};

const take = (doc: unknown, path: string, op: string): void => {
  const { parent, key } = parentOf(doc, path, op);
  if (Array.isArray(parent)) parent.splice(indexOf(parent, key, op, path, parent.length), 1);
  else if (Object.hasOwn(parent, key)) delete parent[key];
  else throw missing(op, path);
};

/**
 * Apply a JSON Patch. The document is not changed.
 * @throws PatchError when an operation does not apply
 */
export const jsonPatch = (document: unknown, operations: readonly Operation[]): unknown => {
  let doc: unknown = structuredClone(document);
  for (const { op, path, from = '', value } of operations) {
    if (op === 'add') doc = add(doc, path, structuredClone(value), op);
    else if (op === 'remove') take(doc, path, op);
    else if (op === 'replace') {
      get(doc, path, op);
      if (path === '') doc = structuredClone(value);
      else {
        const { parent, key } = parentOf(doc, path, op);
        if (Array.isArray(parent)) parent[indexOf(parent, key, op, path, parent.length)] = structuredClone(value);
        else parent[key] = structuredClone(value);
      }
    } else if (op === 'move' || op === 'copy') {
      const moved = structuredClone(get(doc, from, op));
      if (op === 'move') take(doc, from, op);
      doc = add(doc, path, moved, op);
    } else if (op === 'test') {
      if (!sameJson(get(doc, path, op), value)) throw new PatchError(`testing value ${path} failed: test failed`);
    } else throw new PatchError(`Unexpected kind: ${op}`);
  }
  return doc;
};
