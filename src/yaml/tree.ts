import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import {
  keyName,
  type ListNode,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  type ScalarStyle,
  type YamlNode,
} from './node.ts';
import type { Locate } from './place.ts';
import type { Problem } from './problem.ts';
import type { ReadScalar } from './scalar.ts';

export interface TreeOptions {
  readonly source: string;
  readonly readScalar: ReadScalar;
  /** Whether `<<` takes the keys of another map in (YAML 1.1; Kubernetes does). */
  readonly merge: boolean;
  readonly locate: Locate;
  readonly report: (problem: Problem) => void;
}

/** Nodes that aliases may add up to, so that a few nested aliases cannot make a giant. */
const MOST_NODES = 200_000;

const STYLES: Readonly<Record<number, ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

const KNOWN_TAGS = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq', '!']);

/** Builds the nodes of one stream of events; one root per document, null for an empty one. */
export const buildTrees = (events: readonly Event[], options: TreeOptions): readonly (YamlNode | null)[] => {
  const { source, locate, report } = options;
  let index = 0;
  /** Where the text read so far ends: the place of a value that was left out. */
  let reached = 0;
  let anchors = new Map<string, YamlNode>();
  const sizes = new WeakMap<YamlNode, number>();

  const tagOf = (event: { readonly tagStart: number; readonly tagEnd: number }): string | null => {
    if (event.tagStart < 0) return null;
    const tag = source.slice(event.tagStart, event.tagEnd);
    if (!KNOWN_TAGS.has(tag)) {
      report({
        code: 'tag',
        place: locate(event.tagStart),
        text: `The tag \`${tag}\` is not known.`,
        remedy: 'Remove it; quote the value if it begins with `!`.',
      });
    }
    return tag;
  };

  const remember = (event: { readonly anchorStart: number; readonly anchorEnd: number }, node: YamlNode): void => {
    if (event.anchorStart >= 0) anchors.set(source.slice(event.anchorStart, event.anchorEnd), node);
  };

  const scalar = (event: ScalarEvent): ScalarNode => {
    const style = STYLES[event.style] ?? 'plain';
    const tag = tagOf(event);
    const quoted = style === 'single' || style === 'double' ? 1 : 0;
    let start = event.valueStart < 0 ? reached : event.valueStart - quoted;
    const end = event.valueStart < 0 ? reached : event.valueEnd + quoted;
    if (style === 'literal' || style === 'folded') start = blockHeader(source, event.valueStart, reached);
    reached = Math.max(reached, end);
    const text = event.valueStart < 0 ? '' : getScalarValue(source, event);
    return { kind: 'scalar', start, end, style, tag, text, value: options.readScalar(text, style, tag) };
  };

  const closing = (flow: boolean, from: number): number => {
    if (!flow) return from;
    let at = from;
    for (;;) {
      const char = source[at];
      if (char === undefined) return source.length;
      if (char === ']' || char === '}') return at + 1;
      at = char === '#' ? Math.max(at, source.indexOf('\n', at)) + 1 : at + 1;
    }
  };

  const list = (start: number, flow: boolean): ListNode => {
    const items: YamlNode[] = [];
    reached = Math.max(reached, start + 1);
    while (events[index]?.type !== EVENT_ID.POP && index < events.length) items.push(node());
    index += 1;
    reached = closing(flow, reached);
    return { kind: 'list', start, end: reached, items, value: items.map((item) => item.value) };
  };

  const map = (start: number, flow: boolean): MapNode => {
    const entries: MapEntry[] = [];
    if (flow) reached = Math.max(reached, start + 1);
    const seen = new Map<string, ScalarNode>();
    while (events[index]?.type !== EVENT_ID.POP && index < events.length) {
      const key = node();
      if (key.kind === 'scalar' && source[key.end] === ':') reached = Math.max(reached, key.end + 1);
      const value = node();
      if (key.kind !== 'scalar') {
        const template = source.startsWith('{{', key.start - 1) || source.startsWith('{{', key.start);
        report({
          code: 'key',
          place: locate(key.start),
          text: template ? '`{{` begins a map here, not a template.' : 'A key must be a single word or text.',
          remedy: template ? 'Put the value in quotes, or write it as a block with `|`.' : 'Write it as `name: value`.',
        });
        continue;
      }
      const name = keyName(key);
      const earlier = seen.get(name);
      if (earlier !== undefined) {
        report({
          code: 'duplicate-key',
          place: locate(key.start),
          text: `The key \`${name}\` stands twice in this map, first in line ${locate(earlier.start).line}.`,
          remedy: 'Remove one of the two.',
        });
      }
      seen.set(name, key);
      entries.push({ key, value });
    }
    index += 1;
    reached = closing(flow, reached);
    return { kind: 'map', start, end: reached, entries, value: mapValue(entries, options.merge) };
  };

  const alias = (start: number, end: number): YamlNode => {
    reached = Math.max(reached, end);
    const name = source.slice(start, end);
    const target = anchors.get(name);
    const size = target === undefined ? 0 : sizeOf(target, sizes);
    if (target !== undefined && size <= MOST_NODES) return target;
    report({
      code: 'alias',
      place: locate(start),
      text:
        target === undefined ? `There is no \`&${name}\` above this \`*${name}\`.` : 'The aliases add up to too much.',
      remedy: target === undefined ? 'Quote the value if it is text that begins with `*`.' : 'Write the values out.',
    });
    return { kind: 'scalar', start: start - 1, end, style: 'plain', tag: null, text: '', value: null };
  };

  const node = (): YamlNode => {
    const event = events[index]!;
    index += 1;
    if (event.type === EVENT_ID.ALIAS) return alias(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.SCALAR) {
      const made = scalar(event);
      remember(event, made);
      return made;
    }
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      tagOf(event);
      const flow = source[event.start] === (event.type === EVENT_ID.SEQUENCE ? '[' : '{') && event.style === 2;
      const made = event.type === EVENT_ID.SEQUENCE ? list(event.start, flow) : map(event.start, flow);
      remember(event, made);
      return made;
    }
    return { kind: 'scalar', start: reached, end: reached, style: 'plain', tag: null, text: '', value: null };
  };

  const roots: (YamlNode | null)[] = [];
  while (index < events.length) {
    if (events[index]!.type !== EVENT_ID.DOCUMENT) {
      index += 1;
      continue;
    }
    index += 1;
    anchors = new Map();
    const first = events[index];
    const empty =
      first === undefined ||
      first.type === EVENT_ID.POP ||
      (first.type === EVENT_ID.SCALAR && first.valueStart < 0 && events[index + 1]?.type === EVENT_ID.POP);
    roots.push(empty ? null : node());
  }
  return roots;
};

/** The `|` or `>` that begins a block scalar. */
const blockHeader = (source: string, contentStart: number, from: number): number => {
  const header = /[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*\r?\n)*$/.exec(source.slice(from, contentStart));
  return header === null ? contentStart : from + header.index;
};

const sizeOf = (node: YamlNode, sizes: WeakMap<YamlNode, number>): number => {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  const parts = node.kind === 'scalar' ? [] : node.kind === 'list' ? node.items : node.entries.map((e) => e.value);
  const size = parts.reduce((sum, part) => sum + sizeOf(part, sizes), 1);
  sizes.set(node, size);
  return size;
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Later keys win over earlier ones, own keys over merged ones. `Object.fromEntries` keeps even `__proto__` a plain key. */
const mapValue = (entries: readonly MapEntry[], merge: boolean): Readonly<Record<string, unknown>> => {
  const own: [string, unknown][] = [];
  const merged: [string, unknown][] = [];
  for (const { key, value } of entries) {
    if (merge && key.style === 'plain' && key.text === '<<') {
      const sources = Array.isArray(value.value) ? [...value.value].reverse() : [value.value];
      for (const source of sources) if (isMap(source)) merged.push(...Object.entries(source));
    } else own.push([keyName(key), value.value]);
  }
  return Object.fromEntries([...merged, ...own]);
};
