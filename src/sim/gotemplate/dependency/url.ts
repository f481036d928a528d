/** The part of Go's `url.Parse` that secret paths meet. */
import { GoError } from '../exec/errors.ts';
import { quote } from '../strconv/quote.ts';
import { hasControl } from '../text/ascii.ts';
import { toText } from '../text/utf8.ts';

export interface SecretUrl {
  /** Byte string, decoded. */
  path: string;
  query: Record<string, string[]>;
}

const decodePercent = (text: string, whole: string): string =>
  text.replace(/%(.{0,2})/gs, (sequence, digits: string) => {
    if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
      throw new GoError(`parse ${quote(whole)}: invalid URL escape ${quote(sequence)}`);
    }
    return String.fromCharCode(Number.parseInt(digits, 16));
  });

const parseQuery = (text: string): Record<string, string[]> => {
  const query: Record<string, string[]> = {};
  for (const part of text.split('&')) {
    if (part === '' || part.includes(';')) continue;
    const at = part.indexOf('=');
    const plain = (word: string) => toText(decodePercent(word.replaceAll('+', ' '), word));
    try {
      const key = plain(at < 0 ? part : part.slice(0, at));
      const values = Object.hasOwn(query, key) ? query[key]! : [];
      Object.defineProperty(query, key, {
        value: [...values, plain(at < 0 ? '' : part.slice(at + 1))],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } catch (error) {
      // url.Query drops pairs that do not decode.
      if (!(error instanceof GoError)) throw error;
    }
  }
  return query;
};

/** @param text byte string; throws GoError */
export const parseUrl = (text: string): SecretUrl => {
  if (hasControl(text)) throw new GoError(`parse ${quote(text)}: net/url: invalid control character in URL`);
  const bare = text.split('#')[0]!;
  const [before = '', query = ''] = bare.split(/\?(.*)/s);
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:(.*)$/s.exec(before);
  if (!scheme && before.startsWith(':')) throw new GoError(`parse ${quote(text)}: missing protocol scheme`);
  // A path with a scheme and no slash is opaque: nothing is left of it.
  const rest = scheme
    ? scheme[1]!.startsWith('//')
      ? scheme[1]!.replace(/^\/\/[^/]*/, '')
      : scheme[1]!.startsWith('/')
        ? scheme[1]!
        : ''
    : before;
  if (!scheme && rest.split('/')[0]!.includes(':')) {
    throw new GoError(`parse ${quote(text)}: first path segment in URL cannot contain colon`);
  }
  return { path: decodePercent(rest, text), query: parseQuery(query) };
};
