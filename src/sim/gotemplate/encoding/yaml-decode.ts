/** `yaml.Unmarshal` of gopkg.in/yaml.v2 into an `interface{}`, on js-yaml's parser. */
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { GoError } from '../exec/errors.ts';
import type { Meter } from '../exec/meter.ts';
import { sprintf } from '../fmt/printf.ts';
import { toBytes, toText } from '../text/utf8.ts';
import { mapKey } from '../values/key.ts';
import { ANY, YAML_OBJECT } from '../values/type.ts';
import { type Entries, float, INVALID, list, str, textOf, type Value, value } from '../values/value.ts';
import { decodeBase, STANDARD } from './base64.ts';
import { resolveScalar } from './yaml-scalar.ts';

const TOKENS: readonly [RegExp, (source: string, at: number) => string][] = [
  [/expected the node content/, () => 'did not find expected node content'],
  [/flow collection/, (source) => `did not find expected ',' or '${source.includes('{') ? '}' : ']'}'`],
  [/deficient indentation/, (source) => `did not find expected ',' or '${source.includes('{') ? '}' : ']'}'`],
  [/double quoted scalar|single quoted scalar/, () => 'found unexpected end of stream'],
  [/unknown escape/, () => 'found unknown escape character'],
  [/expected ':' after a mapping key/, () => "could not find expected ':'"],
  [/duplication of an anchor/, () => 'did not find expected key'],
  [/line break is expected/, () => 'did not find expected comment or line break'],
  [/unidentified alias/, () => 'unknown anchor referenced'],
];

/** go-yaml's words for what js-yaml found; the line is go-yaml's too where the two agree on the place. */
const explain = (error: YAMLException, source: string): GoError => {
  const line = error.mark?.line ?? 0;
  const at = error.mark?.position ?? 0;
  const where = (number: number) => (number > 0 ? `line ${number}: ` : '');
  const char = source[at] ?? '';
  const bad = (text: string, number: number) => new GoError(`yaml: ${where(number)}${text}`);
  if (/[@`\t]/.test(char) || /^\t/.test(source))
    return bad('found character that cannot start any token', line && line + 1);
  if (/directive/.test(error.reason) || source.startsWith('%')) return bad('found unknown directive name', line);
  if (/bad indentation of a mapping entry/.test(error.reason) || char === ':')
    return bad('mapping values are not allowed in this context', line && line + 1);
  for (const [pattern, text] of TOKENS) {
    if (pattern.test(error.reason))
      return bad(text(source, at), /flow|deficient/.test(error.reason) ? line || 1 : line);
  }
  if (/end of the stream or a document separator/.test(error.reason)) {
    if (/[}\],]/.test(char)) return bad('did not find expected node content', line);
    return bad(char === '-' ? 'did not find expected key' : "did not find expected '-' indicator", line);
  }
  return bad(toBytes(error.reason), line);
};

class Composer {
  readonly #source: string;
  readonly #events: Event[];
  readonly #meter: Meter;
  readonly #anchors = new Map<string, Value | null | 'open'>();
  #at = 1;

  constructor(source: string, events: Event[], meter: Meter) {
    this.#source = source;
    this.#events = events;
    this.#meter = meter;
  }

  compose(depth: number): Value | null {
    this.#meter.charge(depth > 300 ? Number.POSITIVE_INFINITY : 2);
    const event = this.#events[this.#at++];
    if (!event || event.type === EVENT_ID.POP) return null;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(this.#source.slice(event.anchorStart, event.anchorEnd));
    if (event.type === EVENT_ID.DOCUMENT) return null;
    const anchor = event.anchorStart < 0 ? '' : this.#source.slice(event.anchorStart, event.anchorEnd);
    const tag = event.tagStart < 0 ? '' : this.#source.slice(event.tagStart, event.tagEnd);
    if (anchor !== '') this.#anchors.set(anchor, 'open');
    const made =
      event.type === EVENT_ID.SCALAR
        ? this.#scalar(toBytes(getScalarValue(this.#source, event)), event.style === SCALAR_STYLE.PLAIN, tag)
        : event.type === EVENT_ID.SEQUENCE
          ? this.#sequence(depth)
          : this.#mapping(depth);
    if (anchor !== '') this.#anchors.set(anchor, made);
    return made;
  }

  #alias(name: string): Value | null {
    const found = this.#anchors.get(name);
    if (found === undefined) throw new GoError(`yaml: unknown anchor '${toBytes(name)}' referenced`);
    if (found === 'open') throw new GoError(`yaml: anchor '${toBytes(name)}' value contains itself`);
    return found;
  }

  #scalar(text: string, plain: boolean, tag: string): Value | null {
    if (tag === '!!binary') return str(decodeBase(text.replace(/\s/g, ''), STANDARD));
    if (tag === '!!str' || tag === '!' || (tag === '' && !plain)) return str(text);
    const resolved = resolveScalar(text);
    if (tag === '!!float' && resolved.tag === '!!int') return float(Number(resolved.value!.data as bigint));
    if (/^!!(int|float|bool|null)$/.test(tag) && tag !== resolved.tag) {
      throw new GoError(`yaml: cannot decode ${resolved.tag} \`${text}\` as a ${tag}`);
    }
    return resolved.tag === '!!merge' ? str(text) : resolved.value;
  }

  #closes(): boolean {
    const next = this.#events[this.#at];
    if (next && next.type !== EVENT_ID.POP) return false;
    this.#at++;
    return true;
  }

  #sequence(depth: number): Value {
    const items: (Value | null)[] = [];
    while (!this.#closes()) items.push(this.compose(depth + 1));
    return list(items);
  }

  #mapping(depth: number): Value {
    const entries: Entries = new Map();
    const merged: Value[] = [];
    while (!this.#closes()) {
      const key = this.compose(depth + 1);
      const item = this.compose(depth + 1);
      if (key?.type.kind === 'string' && textOf(key) === '<<') merged.push(...this.#mergeable(item));
      else this.#put(entries, key, item);
    }
    for (const map of merged)
      for (const [id, entry] of map.data as Entries) if (!entries.has(id)) entries.set(id, entry);
    return value(YAML_OBJECT, entries);
  }

  #put(entries: Entries, key: Value | null, item: Value | null): void {
    if (key && (key.type.kind === 'slice' || key.type.kind === 'map')) {
      throw new GoError(`yaml: invalid map key: ${sprintf(this.#meter, '%#v', [key])}`);
    }
    const boxed = value(ANY, key);
    entries.set(mapKey(key === null ? INVALID : boxed, ANY), { key: key === null ? boxed : key, value: item });
  }

  #mergeable(item: Value | null): Value[] {
    const maps = item?.type.kind === 'slice' ? (item.data as readonly (Value | null)[]) : [item];
    return maps.map((map) => {
      if (map?.type.kind !== 'map') throw new GoError('yaml: map merge requires map or sequence of maps as the value');
      return map;
    });
  }
}

/** @param text byte string; throws GoError */
export const decodeYaml = (meter: Meter, text: string): Value | null => {
  const source = toText(text);
  meter.charge(source.length);
  let events: Event[];
  try {
    events = parseEvents(source, {});
  } catch (error) {
    if (error instanceof YAMLException) throw explain(error, source);
    throw error;
  }
  return new Composer(source, events, meter).compose(0);
};
