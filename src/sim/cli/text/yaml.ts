/** YAML as `sigs.k8s.io/yaml` writes it: keys sorted, lists not indented. Source: go-yaml v2: emitterc.go, resolve.go. */

const AMBIGUOUS =
  /^(?:~|null|Null|NULL|y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|<<|=|[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)|\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?)$/;
/** Plain scalars may not begin or end so, nor contain these. */
const NOT_PLAIN = /^[\s\-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^-{3}|^\.{3}|: |:$| #|^\s|\s$|^$/;
const CONTROL = /[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const WIDTH = 80;

const doubleQuoted = (text: string): string => JSON.stringify(text).replace(/\u00a0/g, '\\_');

/** Long plain and quoted texts go on in the next line after a blank, as the emitter's best width asks. */
const folded = (text: string, at: string, column: number): string => {
  const words = text.split(' ');
  let out = words[0] ?? '';
  let length = column + out.length;
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? '';
    const single = word !== '' && words[i - 1] !== '' && i > 0;
    if (length > WIDTH && single) {
      out += `\n${at}${word}`;
      length = at.length + word.length;
    } else {
      out += ` ${word}`;
      length += 1 + word.length;
    }
  }
  return out;
};

const block = (text: string, at: string): string => {
  const end = text.endsWith('\n\n') || text === '\n' ? '+' : text.endsWith('\n') ? '' : '-';
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const body = (end === '-' ? text : text.slice(0, -1)).split('\n');
  return `|${hint}${end}\n${body.map((l) => (l === '' ? '' : at + l)).join('\n')}`;
};

const scalar = (value: unknown, at: string, column: number): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'string') return String(value);
  if (CONTROL.test(value)) return doubleQuoted(value);
  if (value.includes('\n')) return / \n|\t\n/.test(value) ? doubleQuoted(value) : block(value, at);
  if (value.includes('\t')) return doubleQuoted(value);
  if (AMBIGUOUS.test(value)) return doubleQuoted(value);
  if (value === '') return '""';
  if (NOT_PLAIN.test(value)) return folded(`'${value.replace(/'/g, "''")}'`, at, column);
  return folded(value, at, column);
};

const isEmpty = (value: object): boolean => (Array.isArray(value) ? value : Object.keys(value)).length === 0;

const lines = (value: unknown, at: string): string => {
  if (Array.isArray(value)) return value.map((v) => `${at}- ${inItem(v, `${at}  `)}`).join('\n');
  const entries = Object.entries(value as object).filter(([, v]) => v !== undefined);
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => {
      const key = scalar(k, at, at.length);
      if (v === null || typeof v !== 'object')
        return `${at}${key}: ${scalar(v, `${at}  `, at.length + key.length + 2)}`;
      if (isEmpty(v)) return `${at}${key}: ${Array.isArray(v) ? '[]' : '{}'}`;
      return `${at}${key}:\n${lines(v, Array.isArray(v) ? at : `${at}  `)}`;
    })
    .join('\n');
};

const inItem = (value: unknown, at: string): string => {
  if (value === null || typeof value !== 'object') return scalar(value, at, at.length);
  if (isEmpty(value)) return Array.isArray(value) ? '[]' : '{}';
  return lines(value, at).slice(at.length);
};

/** A JSON value as YAML, with a closing line end. */
export const goYaml = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return `${scalar(value, '  ', 0)}\n`;
  if (isEmpty(value)) return Array.isArray(value) ? '[]\n' : '{}\n';
  return `${lines(value, '')}\n`;
};
