/** The path and query of a request line, as Go's net/http and its ServeMux see them. */
import { stringList } from '../framework/go-value.ts';

/** `..`, `.` and `//` resolved. The real mux redirects to the clean path and the client follows; here it is one step. */
export const cleanPath = (path: string): string => {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  const slash = path.endsWith('/') && parts.length > 0 ? '/' : '';
  return `/${parts.join('/')}${slash}`;
};

/** Percent-decoding; a broken escape stays as it is. */
export const decodePath = (text: string): string => {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `a=1&b=2&b=3` as parameters: text, or a list where a name repeats; a name without value is ''. (http/logical.go: parseQuery) */
export const parseQuery = (query: string): Record<string, unknown> => {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decodePath((at < 0 ? pair : pair.slice(0, at)).replaceAll('+', ' '));
    const value = at < 0 ? '' : decodePath(pair.slice(at + 1).replaceAll('+', ' '));
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : stringList(list)]));
};

export interface Target {
  /** Decoded and clean. */
  readonly path: string;
  readonly query: string;
}

export const parseTarget = (target: string): Target => {
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  return { path: cleanPath(decodePath(path)), query: at < 0 ? '' : target.slice(at + 1) };
};

/** Control characters and the like: refused before anything else. (vault: http/util.go, printable path check) */
export const isPrintable = (path: string): boolean => {
  for (let i = 0; i < path.length; i++) {
    const code = path.charCodeAt(i);
    if (code < 32 || code === 127 || (code >= 128 && code < 160)) return false;
  }
  return true;
};
