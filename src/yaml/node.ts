/** A YAML text as a tree that remembers where everything stands. Offsets are into the text; ends are exclusive. */

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export type Scalar = string | number | boolean | null;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
  /** As written, `!!str`; null when there is none. */
  readonly tag: string | null;
  /** The text without quotes and escapes. */
  readonly text: string;
  /** What the text means under the schema it was read with. */
  readonly value: Scalar;
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly end: number;
  readonly entries: readonly MapEntry[];
  readonly value: Readonly<Record<string, unknown>>;
}

export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly end: number;
  readonly items: readonly YamlNode[];
  readonly value: readonly unknown[];
}

export type YamlNode = ScalarNode | MapNode | ListNode;

/** The name under which a key's value is found in its map: numbers and booleans by their usual spelling. */
export const keyName = (key: ScalarNode): string => (typeof key.value === 'string' ? key.value : String(key.value));
