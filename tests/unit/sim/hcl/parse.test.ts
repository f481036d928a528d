import { expect, test } from 'vitest';
import { inspect, isFile, LENIENT, parse, STRICT, textOf, type Value } from '../../../../src/sim/hcl/index.ts';

const file = (text: string) => {
  const parsed = parse(text, STRICT);
  if (!isFile(parsed)) throw new Error(parsed.text);
  return parsed;
};

const plain = (value: Value): unknown => {
  if (value.kind === 'literal') return textOf(value.token);
  if (value.kind === 'list') return value.items.map(plain);
  return value.items.map((item) => [...item.keys.map(textOf), plain(item.value)]);
};

const shape = (text: string): unknown => file(text).items.map((item) => [...item.keys.map(textOf), plain(item.value)]);

test('blocks, assignments, lists and comments', () => {
  expect(shape('# one\na = 1 // two\nb "c" "d" { e = [true, -2.5, "f",] /* three */ }')).toEqual([
    ['a', '1'],
    ['b', 'c', 'd', [['e', ['true', '-2.5', 'f']]]],
  ]);
});

test('strings unescape, except inside an interpolation', () => {
  expect(shape(`a = "x\\ty\\u00e9\\101\${b("c\\n")}"`)).toEqual([['a', `x\tyéA\${b("c\\n")}`]]);
});

test('a heredoc keeps its lines; with a dash it loses the indentation of its end', () => {
  expect(shape('a = <<EOT\n  x\n y\nEOT\n')).toEqual([['a', '  x\n y\n']]);
  expect(shape('a = <<-EOT\n    x\n   y\n   EOT\n')).toEqual([['a', ' x\ny\n']]);
});

test('JSON becomes labelled blocks where all members are objects', () => {
  expect(shape('{"path": {"a": {"x": ["1"]}, "b": {"x": []}}}')).toEqual([
    ['path', 'a', [['x', ['1']]]],
    ['path', 'b', [['x', []]]],
  ]);
});

test('ranges cover what was written', () => {
  const text = 'path "é" {\r\n  list = ["a"]\r\n}';
  const item = file(text).items[0]!;
  expect(item.keys[1]?.range).toMatchObject({ start: { line: 1, column: 6 }, end: { line: 1, column: 9 } });
  expect(item.range.end).toMatchObject({ line: 3, column: 2 });
});

test('keys may repeat in the older library only', () => {
  const text = 'a = 1\na = 2';
  expect(isFile(parse(text, LENIENT))).toBe(true);
  expect(parse(text, STRICT)).toMatchObject({
    text: 'The argument "a" at 2:1 was already set. Each argument can only be defined once',
    position: { line: 2, column: 1 },
  });
});

test('an editor gets the error of the real library and what could be recognised', () => {
  const seen = inspect('a = 1\nb = \nc { d = [1 2 }\ne = "f"', STRICT);
  expect(seen.error?.text).toBe('At 3:1: Unknown token: 3:1 IDENT c');
  expect(seen.error?.range).toMatchObject({ start: { line: 3, column: 1 }, end: { line: 3, column: 2 } });
  expect(seen.items.map((item) => item.keys.map(textOf))).toEqual([['a'], ['c'], ['e']]);
  expect(seen.troubles.map(({ range }) => range.start.line)).toEqual([3, 3, 3]);
});
