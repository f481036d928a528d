import { type Field, type FieldType, structOf } from '../schema/types.ts';
import { mergePatch } from './merge-patch.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Strategic merge patch: like a merge patch, but lists of objects with a merge key are merged element by element, and
 * `$patch: delete|replace`, `$retainKeys`, `$deleteFromPrimitiveList/…` are directives. Neither argument is changed.
 * @param struct Go struct of the object, whose field list says which lists merge by which key
 */
export const strategicMerge = (target: unknown, patch: unknown, struct: string): unknown => {
  if (!isObject(patch)) return patch;
  if (patch.$patch === 'replace') return without(patch);
  const out: Json = isObject(target) ? { ...target } : {};
  const type = structOf(struct);
  if (Array.isArray(patch.$retainKeys)) {
    const keep = patch.$retainKeys;
    for (const key of Object.keys(out)) if (!keep.includes(key)) delete out[key];
  }
  for (const key of Object.keys(patch)) {
    const removal = /^\$deleteFromPrimitiveList\/(.+)$/.exec(key)?.[1];
    if (removal !== undefined) {
      const gone = patch[key];
      const list = out[removal];
      if (Array.isArray(list) && Array.isArray(gone)) out[removal] = list.filter((v) => !gone.includes(v));
    } else if (key.startsWith('$')) continue;
    else if (patch[key] === null) delete out[key];
    else out[key] = mergeField(out[key], patch[key], type.byName[key]);
  }
  return out;
};

const without = (patch: Json): Json =>
  Object.fromEntries(Object.entries(patch).filter(([key]) => !key.startsWith('$')));

const mergeField = (target: unknown, patch: unknown, field: Field | undefined): unknown => {
  if (!field) return mergePatch(target, patch);
  const { type, mergeKey } = field;
  if (type.kind === 'struct') return strategicMerge(target, patch, type.name);
  if (type.kind === 'map') return mergePatch(target, patch);
  if (type.kind !== 'list' || mergeKey === undefined || !Array.isArray(patch)) return patch;
  const list = Array.isArray(target) ? target : [];
  return mergeKey === ''
    ? [...list, ...patch.filter((v) => !list.includes(v))]
    : mergeList(list, patch, mergeKey, type.of);
};

const mergeList = (target: readonly unknown[], patch: readonly unknown[], key: string, of: FieldType): unknown[] => {
  if (patch.some((p) => isObject(p) && p.$patch === 'replace'))
    return patch.filter((p) => !(isObject(p) && p.$patch === 'replace'));
  const out = [...target];
  for (const item of patch) {
    if (!isObject(item)) {
      out.push(item);
      continue;
    }
    const at = out.findIndex((o) => isObject(o) && o[key] === item[key]);
    if (item.$patch === 'delete') {
      if (at >= 0) out.splice(at, 1);
    } else if (at < 0) out.push(without(item));
    else out[at] = of.kind === 'struct' ? strategicMerge(out[at], item, of.name) : mergePatch(out[at], item);
  }
  return out;
};
