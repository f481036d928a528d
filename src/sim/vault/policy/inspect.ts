import { Failure } from '../../hcl/error.ts';
import { type Item, inspect, type Range, textOf, type Value } from '../../hcl/index.ts';
import { filtered } from '../../hcl/items.ts';
import type { Version } from '../versions.ts';
import { isCapability } from './capability.ts';
import { dialectOf, parsePolicy } from './parse.ts';
import { parseStanza, STANZA_KEYS } from './parse-stanza.ts';
import type { Stanza } from './rule.ts';

/** A word with its place. */
export interface Word {
  readonly text: string;
  readonly range: Range;
}

/** One key of a stanza and the texts it lists (for maps: their keys). */
export interface StanzaKey extends Word {
  readonly known: boolean;
  readonly value: Value;
  readonly listed: readonly Word[];
}

/** A `path` stanza as it stands in the text, right or not. */
export interface StanzaView {
  readonly path: Word | undefined;
  readonly range: Range;
  readonly keys: readonly StanzaKey[];
  readonly capabilities: readonly (Word & { readonly known: boolean })[];
  /** What it means, if it means something by itself; otherwise Vault's complaint. */
  readonly stanza: Stanza | undefined;
  readonly error: string | undefined;
}

/** A policy's text as an editor and the findings see it. */
export interface PolicyInspection {
  /** What Vault answers to a write of it: the whole text, undefined when it accepts. */
  readonly error: { readonly text: string; readonly range: Range } | undefined;
  /** Further mistakes of syntax that were told apart. */
  readonly troubles: readonly { readonly message: string; readonly range: Range }[];
  readonly stanzas: readonly StanzaView[];
  /** Items at the top that are no `path` and no `name`. */
  readonly strangers: readonly Word[];
}

const wordOf = (token: { readonly range: Range } & Parameters<typeof textOf>[0]): Word => ({
  text: textOf(token),
  range: token.range,
});

function listedIn(value: Value): readonly Word[] {
  if (value.kind === 'literal') return [wordOf(value.token)];
  if (value.kind === 'list')
    return value.items.flatMap((item) => (item.kind === 'literal' ? [wordOf(item.token)] : []));
  return value.items.flatMap((item) => (item.keys[0] === undefined ? [] : [wordOf(item.keys[0])]));
}

const known: readonly string[] = STANZA_KEYS;

function viewOf(name: string, item: Item, version: Version): StanzaView {
  const items = item.value.kind === 'object' ? item.value.items : [];
  const keys = items.flatMap((inner): StanzaKey[] => {
    const key = inner.keys[0];
    if (key === undefined) return [];
    const word = wordOf(key);
    return [{ ...word, known: known.includes(word.text), value: inner.value, listed: listedIn(inner.value) }];
  });
  const parsed = parseStanza(name, item, version);
  const first = item.keys[0];
  return {
    path: first && wordOf(first),
    range: item.range,
    keys,
    capabilities: keys
      .filter((key) => key.text === 'capabilities')
      .flatMap((key) =>
        key.listed.map((word) => ({ ...word, known: isCapability(word.text, version.recoverCapability) })),
      ),
    stanza: parsed instanceof Failure ? undefined : parsed,
    error: parsed instanceof Failure ? parsed.error.text : undefined,
  };
}

const ORIGIN = { offset: 0, line: 1, column: 1 };

/**
 * Looks at a policy's text, however broken.
 * @param name used as the policy's name in the stanzas' sources
 */
export function inspectPolicy(name: string, text: string, version: Version): PolicyInspection {
  const seen = inspect(text, dialectOf(version));
  const stanzas = filtered(seen.items, 'path').map((item) => viewOf(name, item, version));
  const { error } = parsePolicy(name, text, version);
  const culprit = stanzas.find((stanza) => stanza.error !== undefined);
  const strangers = seen.items.flatMap(({ keys: [key] }) =>
    key === undefined || ['path', 'name'].includes(textOf(key)) ? [] : [wordOf(key)],
  );
  const range = seen.error?.range ?? strangers[0]?.range ?? culprit?.range ?? { start: ORIGIN, end: ORIGIN };
  return {
    error: error === undefined ? undefined : { text: `failed to parse policy: ${error}`, range },
    troubles: seen.troubles,
    stanzas,
    strangers,
  };
}
