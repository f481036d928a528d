/** The strategic merge patch that leads from what is there to what a file says. Source: apimachinery: strategicpatch/patch.go. */
import { sameJson } from '../../../kubernetes/api/object.ts';
import { type Field, type FieldType, structOf } from '../../../kubernetes/schema/types.ts';
import { isJson, type Json } from './json.ts';

const NOTHING: FieldType = { kind: 'struct', name: '' };

const inner = (type: FieldType): FieldType => (type.kind === 'map' ? type.of : NOTHING);
const fieldOf = (type: FieldType, key: string): Field | undefined =>
  type.kind === 'struct' ? structOf(type.name).byName[key] : undefined;

/** What to do with a key that only one side has. */
interface Mode {
  readonly additions: boolean;
  readonly deletions: boolean;
}

const scalars = (list: readonly unknown[]): boolean => list.every((v) => typeof v !== 'object' || v === null);

/** Changes of one list whose elements are known by a key; `undefined` when there are none. */
const diffKeyed = (from: readonly Json[], to: readonly Json[], key: string, of: FieldType, mode: Mode) => {
  const patch: Json[] = [];
  for (const item of to) {
    const old = from.find((o) => o[key] === item[key]);
    if (!old) {
      if (mode.additions) patch.push(item);
      continue;
    }
    const change = diffMaps(old, item, of, mode);
    if (Object.keys(change).length > 0) patch.push({ ...change, [key]: item[key] });
  }
  if (mode.deletions)
    for (const item of from)
      if (!to.some((t) => t[key] === item[key])) patch.push({ $patch: 'delete', [key]: item[key] });
  if (patch.length === 0) return undefined;
  const order = mode.additions ? to.map((t) => ({ [key]: t[key] })) : undefined;
  return { patch, order };
};

const diffLists = (
  out: Json,
  key: string,
  from: readonly unknown[],
  to: readonly unknown[],
  field: Field | undefined,
  mode: Mode,
): void => {
  const merge = field?.mergeKey;
  if (field?.type.kind !== 'list' || merge === undefined) {
    if (mode.additions && !sameJson(from, to)) out[key] = to;
    return;
  }
  if (merge === '' && scalars(from) && scalars(to)) {
    const added = to.filter((v) => !from.includes(v));
    const gone = from.filter((v) => !to.includes(v));
    if (mode.additions && added.length > 0) out[key] = added;
    if (mode.deletions && gone.length > 0) out[`$deleteFromPrimitiveList/${key}`] = gone;
    return;
  }
  const found = diffKeyed(from.filter(isJson), to.filter(isJson), merge, field.type.of, mode);
  if (!found) return;
  out[key] = found.patch;
  if (found.order) out[`$setElementOrder/${key}`] = found.order;
};

/** A patch from one object to another. */
const diffMaps = (from: Json, to: Json, type: FieldType, mode: Mode): Json => {
  const out: Json = {};
  for (const key of Object.keys(to)) {
    const [a, b] = [from[key], to[key]];
    const field = fieldOf(type, key);
    if (!Object.hasOwn(from, key) || a === null) {
      if (mode.additions && b !== null && b !== undefined) out[key] = b;
    } else if (isJson(a) && isJson(b)) {
      const change = diffMaps(a, b, field?.type ?? inner(type), mode);
      if (Object.keys(change).length > 0) out[key] = change;
    } else if (Array.isArray(a) && Array.isArray(b)) diffLists(out, key, a, b, field, mode);
    else if (mode.additions && !sameJson(a, b)) out[key] = b;
  }
  if (mode.deletions) for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) out[key] = null;
  return out;
};

/** Two patches in one; the second wins. */
const combined = (a: Json, b: Json, type: FieldType): Json => {
  const out: Json = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const old = out[key];
    const field = fieldOf(type, key);
    const merge = field?.mergeKey;
    if (isJson(old) && isJson(value)) out[key] = combined(old, value, field?.type ?? inner(type));
    else if (Array.isArray(old) && Array.isArray(value) && merge && field.type.kind === 'list') {
      const of = field.type.of;
      const items = (old as Json[]).map((o) => {
        const same = (value as Json[]).find((v) => v[merge] === o[merge]);
        return same ? combined(o, same, of) : o;
      });
      out[key] = [...items, ...(value as Json[]).filter((v) => !(old as Json[]).some((o) => o[merge] === v[merge]))];
    } else out[key] = value;
  }
  return out;
};

/**
 * What to send so that the object becomes as the file says, keeping what others have set.
 * @param original what was applied last, `null` when nothing was
 * @param modified what the file says, annotation included
 * @param current the object as it is
 * @param struct Go name of its type
 */
export const threeWayPatch = (original: Json | null, modified: Json, current: Json, struct: string): Json => {
  const type: FieldType = { kind: 'struct', name: struct };
  const delta = diffMaps(current, modified, type, { additions: true, deletions: false });
  const gone = diffMaps(original ?? {}, modified, type, { additions: false, deletions: true });
  return combined(gone, delta, type);
};
