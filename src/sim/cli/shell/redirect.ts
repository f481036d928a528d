import { type Run, readText, writeText } from '../program.ts';
import { type Expanding, expandToText } from './expand.ts';
import type { Output } from './shell.ts';
import type { Redirect } from './syntax.ts';

/** Standard input of a command; a number is an exit code: a redirect cannot be opened. */
export function* inputOf(at: Expanding, redirects: readonly Redirect[], piped: string): Run<string | number> {
  let stdin = piped;
  for (const { kind, target } of redirects) {
    if (kind === '<<') stdin = yield* expandToText(at, target);
    if (kind === '<<<') stdin = `${yield* expandToText(at, target)}\n`;
    if (kind !== '<') continue;
    const path = yield* expandToText(at, target);
    const text = path === '/dev/null' ? '' : yield* readText(path);
    if (text === null) {
      at.output.err += `${at.shell.name}: ${path}: No such file or directory\n`;
      return 1;
    }
    stdin = text;
  }
  return stdin;
}

/** Whether the redirects send what is printed somewhere else. */
export const sendsOutput = (redirects: readonly Redirect[]): boolean =>
  redirects.some(({ kind }) => kind !== '<' && kind !== '<<' && kind !== '<<<');

/** Send a command's output where its redirects say. */
export function* direct(at: Expanding, redirects: readonly Redirect[], result: Output): Run<void> {
  let { out, err } = result;
  for (const { kind, target } of redirects) {
    if (kind === '2>&1') {
      out = err + out;
      err = '';
    } else if (kind === '>&2') {
      err += out;
      out = '';
    } else if (kind === '>' || kind === '>>' || kind === '2>') {
      const path = yield* expandToText(at, target);
      const text = kind === '2>' ? err : out;
      if (path !== '/dev/null') {
        const before = kind === '>>' ? ((yield* readText(path)) ?? '') : '';
        yield* writeText(path, before + text);
      }
      if (kind === '2>') err = '';
      else out = '';
    }
  }
  at.output.out += out;
  at.output.err += err;
}
