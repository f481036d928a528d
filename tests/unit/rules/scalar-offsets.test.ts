import { describe, expect, it } from 'vitest';
import { scalarOffsets } from '../../../src/rules/workspace/scalar-offsets.ts';
import { parseYaml } from '../../../src/yaml/index.ts';

const sources = [
  'a: {{ x',
  'a: plain text with {{ .Data.x }}\n  folded here {{ end }}\n',
  "a: 'it''s {{ with }}\n  and more'\n",
  'a: "say \\"hi\\"\\n\\tand \\u00e9 {{ x }} \\\n   joined"\n',
  'a: |\n    one {{ x }}\n      two\n\n    three\n',
  'a: |-\n  {{ if }}\n\n\n  end\nb: 1\n',
  'a: >\n  one {{ x }}\n  two\n\n  three {{ y }}\n    more\n  end\n',
  'a: >-2\n    x\n   y\n',
  'a: "😀 {{ x }}"\n',
  'a: |\r\n  one {{ x }}\r\n  two\r\n',
];

describe('each character of a scalar', () => {
  it.each(sources)('%j is found in the source', (source) => {
    const node = parseYaml(source, { schema: 'kubernetes' }).documents[0]?.node(['a']);
    if (node?.kind !== 'scalar') return;
    const offsets = scalarOffsets(source, node);
    expect(offsets).toHaveLength(node.text.length + 1);
    [...node.text].reduce((i, char) => {
      const at = offsets[i] ?? 0;
      // Spaces stand for folded lines, escapes for what they mean.
      if (!/\s/.test(char) && source[at] !== '\\') expect(source.slice(at, at + char.length)).toBe(char);
      return i + char.length;
    }, 0);
    expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
  });
});
