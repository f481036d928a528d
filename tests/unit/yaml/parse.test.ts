import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/yaml/index.ts';

const first = (text: string, schema: 'core' | 'kubernetes' = 'core') => parseYaml(text, { schema }).documents[0]!;

const POD = `apiVersion: v1
kind: Pod
metadata:
  annotations:
    vault.hashicorp.com/agent-inject: true   # not a string
    vault.hashicorp.com/role: "app-web"
    vault.hashicorp.com/agent-inject-template-config: |
      {{ with secret "kv/data/app" }}{{ end }}
spec:
  containers:
    - name: app
      ports: [{containerPort: 80}, {containerPort: 443}]
---
kind: Empty
note:
`;

describe('positions', () => {
  it('names the first character of a value and of its key', () => {
    const pod = first(POD);
    const at = ['metadata', 'annotations', 'vault.hashicorp.com/role'];
    expect(pod.place(at)).toEqual({ line: 6, column: 31 });
    expect(pod.keyPlace(at)).toEqual({ line: 6, column: 5 });
    expect(pod.span(at).end).toEqual({ line: 6, column: 40 });
  });

  it('finds block scalars at their header and flow values inside brackets', () => {
    const pod = first(POD);
    const template = ['metadata', 'annotations', 'vault.hashicorp.com/agent-inject-template-config'];
    expect(pod.place(template)).toEqual({ line: 7, column: 55 });
    expect(pod.node(template)).toMatchObject({ style: 'literal', text: '{{ with secret "kv/data/app" }}{{ end }}\n' });
    expect(pod.place(['spec', 'containers', 0, 'ports', 1, 'containerPort'])).toEqual({ line: 12, column: 52 });
    expect(pod.span(['spec', 'containers', 0, 'ports']).end).toEqual({ line: 12, column: 57 });
  });

  it('gives the nearest place for what is not there, and the place behind the colon for an empty value', () => {
    const [pod, second] = parseYaml(POD).documents;
    expect(pod!.place(['metadata', 'labels', 'app'])).toEqual(pod!.place(['metadata']));
    expect(second!.place(['note'])).toEqual({ line: 15, column: 6 });
  });
});

describe('values', () => {
  it('are those of the parser itself for files without dates and merges', () => {
    const texts = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value, null, 2));
    fc.assert(
      fc.property(texts, (text) => {
        expect(first(text)?.value ?? null).toEqual(load(text));
      }),
    );
  });

  it('follow Kubernetes where it differs from YAML 1.2', () => {
    const text = 'a: yes\nb: on\nc: 017\nd: 12:30:45\ne: 1_000\nf: "yes"\ng: 2026-01-05\nh: !!str no\ni: ~\nj: 0x1F\n';
    expect(first(text, 'kubernetes').value).toEqual({
      a: true,
      b: true,
      c: 15,
      d: '12:30:45',
      e: 1000,
      f: 'yes',
      g: '2026-01-05',
      h: 'no',
      i: null,
      j: 31,
    });
    expect(first(text).value).toMatchObject({ a: 'yes', b: 'on', c: 17, e: '1_000' });
  });

  it('merge `<<` for Kubernetes, own keys first', () => {
    const text = 'base: &b {a: 1, z: 0}\nx:\n  <<: *b\n  z: 2\n';
    expect(first(text, 'kubernetes').value).toMatchObject({ x: { a: 1, z: 2 } });
  });

  it('keep `__proto__` an ordinary key', () => {
    const value = first('__proto__: {polluted: true}\n').value;
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('problems', () => {
  const problem = (text: string) => {
    const { line, column } = parseYaml(text).problems[0]!.place;
    return `${line}:${column} ${parseYaml(text).problems[0]!.text}`;
  };
  it('point at the cause, not at the end of the file', () => {
    expect(problem('a: 1\nb: "x\nc: 2\n')).toBe('2:4 This quotation mark is never closed.');
    expect(problem('a:\n\t- x\n')).toBe('2:1 A tab is used as indentation.');
    expect(problem('a: 1\nb: 2\na: 3\n')).toBe('3:1 The key `a` stands twice in this map, first in line 1.');
    expect(problem('a: {{ x }}\n')).toBe('1:5 `{{` begins a map here, not a template.');
    expect(problem('a: *no\n')).toBe('1:5 There is no `&no` above this `*no`.');
    expect(problem('a: @x\n')).toBe('1:4 A value cannot begin with `@`.');
  });

  it('stop aliases that grow without bound', () => {
    let text = 'a: &a [x, x, x, x, x, x, x, x, x, x]\n';
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map((p) => [...p])) {
      text += `${to}: &${to} [${Array(10).fill(`*${from}`).join(', ')}]\n`;
    }
    expect(parseYaml(text).problems.map((p) => p.text)).toContain('The aliases add up to too much.');
  });

  it('never throw, whatever the text', () => {
    const pieces = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '!',
      '#',
      '\t',
      '---\n',
      '<<: ',
      '? ',
      ',',
      '%',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const schema of ['core', 'kubernetes'] as const) {
          const { documents, problems } = parseYaml(text, { schema });
          for (const document of documents) expect(document.place(['a', 0]).line).toBeGreaterThan(0);
          for (const { place } of problems) expect(place.line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
