/** `scratch`: a note pad that lives as long as one rendering. consul-template: template/scratch.go. */
import { GoError } from '../../exec/errors.ts';
import { quote } from '../../strconv/quote.ts';
import { mapKey } from '../../values/key.ts';
import { OBJECT, pointerTo, structOf } from '../../values/type.ts';
import { type Entries, entriesOf, object, type Value, value } from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';

const SCRATCH = structOf('template.Scratch', []);
const POINTER = pointerTo(SCRATCH);

/** A fresh pad. */
export const newScratch = (): Value => value(POINTER, { target: value(SCRATCH, new Map()) });

const notes = (pad: Value): Entries => pad.data as Entries;
const put = (entries: Entries, key: string, item: Value | null, overwrite: boolean): string => {
  if (overwrite || !entries.has(key))
    entries.set(mapKey(value(OBJECT.key!, key), OBJECT.key!), { key: value(OBJECT.key!, key), value: item });
  return '';
};

const mapSet = (pad: Value, name: string, key: string, item: Value | null, overwrite: boolean): string => {
  put(notes(pad), name, object([]), false);
  const map = notes(pad).get(name)!.value;
  if (map?.type !== OBJECT) throw new GoError(`${quote(name)} is not a map`);
  return put(entriesOf(map), key, item, overwrite);
};

const values = (pad: Value, name: string): readonly (Value | null)[] | undefined => {
  const map = notes(pad).get(name)?.value;
  if (map?.type !== OBJECT) return undefined;
  return [...entriesOf(map).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry.value);
};

Object.assign(SCRATCH.methods, {
  Key: define('value string', 'bool', (_, pad, name) => notes(pad).has(name)),
  Get: define('value string', 'any', (_, pad, name) => notes(pad).get(name)?.value ?? null),
  Set: define('value string any', 'string', (_, pad, name, item) => put(notes(pad), name, item, true)),
  SetX: define('value string any', 'string', (_, pad, name, item) => put(notes(pad), name, item, false)),
  MapSet: define('value string string any', 'string', (_, pad, name, key, item) => mapSet(pad, name, key, item, true)),
  MapSetX: define('value string string any', 'string', (_, pad, name, key, item) =>
    mapSet(pad, name, key, item, false),
  ),
  MapValues: define('value string', '[]any', (_, pad, name) => values(pad, name) ?? []),
});

export const scratchFunctions: Functions = { scratch: defineRaw([], POINTER, (call) => call.scratch) };
