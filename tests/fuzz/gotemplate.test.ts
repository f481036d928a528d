import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate, positionOf, render } from '../../src/sim/gotemplate/index.ts';

const file = new URL('../conformance/recordings/agent-templates.json', import.meta.url);
const corpus = (JSON.parse(readFileSync(file, 'utf8')) as { cases: { template: string }[] }).cases.map(
  (c) => c.template,
);

const PIECES = [
  '{{',
  '}}',
  '{{- ',
  ' -}}',
  '(',
  ')',
  '|',
  '$',
  '$x',
  ':=',
  '=',
  '.',
  '"',
  '`',
  "'",
  '\n',
  ',',
  'nil',
  '-1',
  '1e9',
  '9999999999',
  '{{ end }}',
  '{{ else }}',
  'if ',
  'range ',
  'with ',
  'define "a"',
  'template "a"',
  'block "a"',
  'break',
  'continue',
  'loop ',
  'é',
  '\ud800',
  '/*',
  '*/',
  'sprig_repeat ',
  'sprig_until ',
  'printf "%*d" ',
  'executeTemplate "" ',
  'parseYAML ',
  'toYAML ',
  'indent ',
  '.Data.data',
  '__proto__',
];

/** A recorded template with some pieces put in and some parts cut out. */
const mutated = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 6 }),
  )
  .map(([template, edits]) =>
    edits.reduce((text, [place, cut, piece]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + cut);
    }, template),
  );

const data: unknown = { request_id: 'r', data: { data: { a: [1, null, { b: 'c' }], n: 1.5 }, metadata: {} } };

const check = (contents: string, found: boolean, errorOnMissingKey: boolean): void => {
  const lookup = () => ({ found, data });
  const first = render({ contents, errorOnMissingKey }, lookup, { steps: 20_000 });
  expect(render({ contents, errorOnMissingKey }, lookup, { steps: 20_000 })).toEqual(first);
  if (!first.ok) expect(first.text).not.toBe('');
  const parsed = parseTemplate({ contents });
  if (parsed.fault) expect(positionOf(parsed.source, parsed.fault.pos).offset).toBeLessThanOrEqual(contents.length);
};

describe('no template crashes or runs away', () => {
  it('mutated recordings', () => {
    fc.assert(fc.property(mutated, fc.boolean(), fc.boolean(), check), {
      numRuns: 3000,
      interruptAfterTimeLimit: 2500,
    });
  });

  it('pieces strung together', () => {
    const strung = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(strung, fc.boolean(), fc.boolean(), check), {
      numRuns: 10_000,
      interruptAfterTimeLimit: 1500,
    });
  });
});
