import { describe, expect, it } from 'vitest';
import { render, settle, type Template } from '../../../../src/sim/gotemplate/index.ts';

const none = () => ({ found: false });
const run = (contents: string, more: Partial<Template> = {}) =>
  render({ contents, ...more }, none, { now: 1_767_600_000_000 });
const output = (contents: string, more: Partial<Template> = {}): string => {
  const result = run(contents, more);
  return result.ok ? result.output : result.text;
};

// Each expectation was read off the real engine (consul-template 0.39.1 with Go 1.26).
describe('the language', () => {
  it.each([
    ['{{ range 3 }}{{ . }}{{ end }}', '012'],
    ['{{ range $i, $e := split "," "a,b" }}{{ if $i }},{{ end }}{{ $e }}{{ end }}', 'a,b'],
    ['{{ range $k, $v := parseJSON "{\\"b\\":1,\\"a\\":[1,2]}" }}{{ $k }}={{ $v }};{{ end }}', 'a=[1 2];b=1;'],
    ['{{ with 0 }}a{{ else with "q" }}{{ . }}{{ else }}z{{ end }}', 'q'],
    ['{{ define "r" }}{{ if . }}{{ . }}{{ template "r" (subtract 1 .) }}{{ end }}{{ end }}{{ template "r" 3 }}', '321'],
    ['{{ block "z" 1 }}[{{ . }}]{{ end }}{{ template "z" 2 }}', '[1][2]'],
    ['a {{- /* c */ -}} b', 'ab'],
    ['{{ $x := 1 }}{{ range loop 3 }}{{ $x = add $x . }}{{ end }}{{ $x }}', '4'],
    ['{{ len "é" }}{{ slice "é" 0 2 }}', '2é'],
    ['{{ parseJSON "{\\"a\\":1000000,\\"b\\":null}" }}', 'map[a:1e+06 b:<nil>]'],
    ['{{ printf "%[2]v %[1]q %[3]6.2f|%[4]-4d|%+v" "s" 2 3.14159 7 nil }}', '2 "s" %!f(BADINDEX)|%!-(int=7)4d|<nil>'],
    ['{{ printf "%d %s" 1 }}{{ printf "x" 1 }}', '1 %!s(MISSING)x%!(EXTRA int=1)'],
  ])('%s gives %s', (template, expected) => expect(output(template)).toBe(expected));

  it('takes other delimiters', () =>
    expect(output('<< print "a" >>{{ x }}', { left: '<<', right: '>>' })).toBe('a{{ x }}'));

  it.each([
    ['{{ .Data.data.my-key }}', "parse: template: :1: bad character U+002D '-'"],
    ['{{ if true }}', 'parse: template: :1: unexpected EOF'],
    ['x\n{{ toJson 1 }}', 'parse: template: :2: function "toJson" not defined'],
    ['{{ “a” }}', "parse: template: :1: unrecognized character in action: U+201C '“'"],
    [
      '{{ eq 1 "a" }}',
      'execute: template: :1:3: executing "" at <eq 1 "a">: error calling eq: incompatible types for comparison: int and string',
    ],
    [
      '{{ define "t" }}\n  {{ .x }}{{ end }}{{ template "t" 1 }}',
      'execute: template: :2:5: executing "t" at <.x>: can\'t evaluate field x in type int',
    ],
    [
      '{{ divide 0 1 }}',
      'execute: template: :1:3: executing "" at <divide 0 1>: error calling divide: runtime error: integer divide by zero',
    ],
    [
      '{{ regexMatch "a(" "x" }}',
      'execute: template: :1:3: executing "" at <regexMatch "a(" "x">: error calling regexMatch: error parsing regexp: missing closing ): `a(`',
    ],
  ])('%s fails with the real text', (template, expected) => expect(output(template)).toBe(`(dynamic): ${expected}`));

  it('names the template file in errors', () =>
    expect(output('{{ }}', { source: '/x.tmpl' })).toBe('/x.tmpl: parse: template: :1: missing value for command'));
});

describe('encodings', () => {
  const json = '{"a":[{"b":1,"c":"x: y"},[1,[2]]],"d":{},"f":"yes","g":"l1\\nl2\\n","10":1.5,"9":null}';
  it('writes YAML as yaml.v2 does', () =>
    expect(output(`{{ toYAML (parseJSON \`${json}\`) }}`)).toBe(
      '"9": null\n"10": 1.5\na:\n- b: 1\n  c: \'x: y\'\n- - 1\n  - - 2\nd: {}\nf: "yes"\ng: |\n  l1\n  l2',
    ));
  it('writes TOML tables after plain keys', () =>
    expect(output('{{ toTOML (parseJSON `{"t":{"k":"v"},"l":[{"x":1}],"a":"b"}`) }}')).toBe(
      'a = "b"\n\n[[l]]\n  x = 1.0\n\n[t]\n  k = "v"',
    ));
  it('reads YAML 1.1 scalars', () =>
    expect(output('{{ printf "%#v" (parseYAML "a: yes\\nb: 010\\nc: \'no\'") }}')).toBe(
      'map[interface {}]interface {}{"a":true, "b":8, "c":"no"}',
    ));
});

describe('limits', () => {
  it.each([
    '{{ range loop 9999999999 }}x{{ end }}',
    '{{ $x := "aaaaaaaa" }}{{ range loop 99 }}{{ $x = print $x $x }}{{ end }}',
    '{{ sprig_repeat 999999999 "x" }}',
    '{{ $l := sprig_list 1 }}{{ range loop 60 }}{{ $l = sprig_list $l $l }}{{ end }}{{ toJSON $l }}',
    '{{ define "a" }}{{ executeTemplate "a" . }}{{ end }}{{ template "a" }}',
  ])('stops %s with a clear error', (template) => {
    const result = run(template);
    expect(result.ok).toBe(false);
    expect(output(template)).toMatch(/too much work|too deeply|depth exceeded|maximum template depth/);
  });

  it('stops parentheses nested without end', () =>
    expect(output(`{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`)).toContain('max expression depth exceeded'));

  it('matches regular expressions in linear time', () =>
    expect(output(`{{ regexMatch "(a*)*b" "${'a'.repeat(2000)}" }}`)).toBe('false'));
});

describe('passes', () => {
  it('fetch one secret after the other and render when nothing is missing', () => {
    const asked: string[] = [];
    const result = settle(
      { contents: '{{ with secret "a/x" }}{{ with secret .Data.next }}{{ .Data.v }}{{ end }}{{ end }}' },
      (dependency) => {
        const path = 'path' in dependency ? dependency.path : '';
        asked.push(path);
        return { ok: true, data: { data: path === 'a/x' ? { next: 'a/y' } : { v: 1 } } };
      },
    );
    expect(result).toMatchObject({ ok: true, output: '1', passes: 3 });
    expect(asked).toEqual(['a/x', 'a/y']);
  });

  it('keep values of secrets out of error texts', () => {
    const result = settle({ contents: '{{ with secret "a" }}{{ parseInt .Data.pin }}{{ end }}' }, () => ({
      ok: true,
      data: { data: { pin: 'hunter2' } },
    }));
    expect(result.ok ? '' : result.text).toContain('strconv.ParseInt: parsing "[redacted]": invalid syntax');
  });
});
