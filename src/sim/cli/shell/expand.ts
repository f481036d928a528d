import { listNames, type Run } from '../program.ts';
import { ArithmeticError, arithmetic } from './arithmetic.ts';
import type { Output, Shell } from './shell.ts';
import type { Part, Script, Word } from './syntax.ts';

/** What expansion needs: the shell, where its mistakes are told, and how a script within a word is run. */
export interface Expanding {
  readonly shell: Shell;
  readonly output: Output;
  readonly run: (shell: Shell, script: Script, output: Output) => Run<number>;
}

const GLOB = /[*?]/;

const variable = (shell: Shell, name: string): string | undefined => {
  if (name === '?') return String(shell.status);
  return Object.hasOwn(shell.env, name) ? shell.env[name] : undefined;
};

const counted = ({ shell, output }: Expanding, text: string): string => {
  try {
    return String(arithmetic(text, (name) => variable(shell, name)));
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    output.err += `${shell.name}: ${error.message}\n`;
    return '';
  }
};

function* expandPart(at: Expanding, part: Part): Run<string> {
  const { shell, output } = at;
  if (part.kind === 'text') return part.text;
  if (part.kind === 'arithmetic') return counted(at, part.text);
  if (part.kind === 'variable') {
    const value = variable(shell, part.name);
    return value === undefined || value === '' ? (part.fallback ?? '') : value;
  }
  const inner: Output = { out: '', err: '' };
  // A substitution is a subshell: what it assigns stays inside, its exit code does not.
  const sub: Shell = { ...shell, env: { ...shell.env } };
  shell.status = yield* at.run(sub, part.script, inner);
  output.err += inner.err;
  return inner.out.replace(/\n+$/, '');
}

export function* expandToText(at: Expanding, word: Word): Run<string> {
  let text = '';
  for (const part of word) text += yield* expandPart(at, part);
  return text;
}

/** `a{1..3}` and `a{x,y}`, as bash writes them out. */
const braces = (text: string): string[] => {
  const m = /^(.*?)\{(?:(-?\d+)\.\.(-?\d+)|([^{},\s]*(?:,[^{},\s]*)+))\}(.*)$/.exec(text);
  if (!m) return [text];
  const [, before = '', from, to, list, after = ''] = m;
  const first = Number(from);
  const last = Number(to);
  const middle =
    list === undefined
      ? Array.from({ length: Math.min(Math.abs(last - first) + 1, 10_000) }, (_, i) =>
          String(first <= last ? first + i : first - i),
        )
      : list.split(',');
  return middle.flatMap((one) => braces(`${before}${one}${after}`));
};

/** One word to any number of arguments: unquoted expansions are split at blanks, unquoted `*` and `?` match file names. */
export function* expandWord(at: Expanding, word: Word): Run<string[]> {
  const [only] = word;
  if (word.length === 1 && only?.kind === 'text' && !only.quoted && only.text.includes('{')) {
    const texts = braces(only.text);
    if (texts.length > 1) {
      const all: string[] = [];
      for (const text of texts) all.push(...(yield* expandWord(at, [{ ...only, text }])));
      return all;
    }
  }
  const fields: { text: string; glob: boolean }[] = [];
  let open = false;
  const add = (text: string, glob: boolean): void => {
    const last = fields.at(-1);
    if (open && last) fields[fields.length - 1] = { text: last.text + text, glob: last.glob || glob };
    else fields.push({ text, glob });
    open = true;
  };
  for (const part of word) {
    const text = yield* expandPart(at, part);
    if (part.kind === 'text' || part.quoted) {
      add(text, part.kind === 'text' && !part.quoted && GLOB.test(text));
      continue;
    }
    const pieces = text.split(/[ \t\n]+/);
    pieces.forEach((piece, i) => {
      if (i > 0) open = false;
      if (piece !== '') add(piece, false);
    });
  }
  const names = fields.some((f) => f.glob) ? yield* listNames() : [];
  return fields.flatMap(({ text, glob }) => {
    if (!glob) return [text];
    const pattern = new RegExp(
      `^${text
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '[^/]*')
        .replace(/\?/g, '[^/]')}$`,
    );
    const found = names.filter((n) => pattern.test(n));
    return found.length > 0 ? found : [text];
  });
}
