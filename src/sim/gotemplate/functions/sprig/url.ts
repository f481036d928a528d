/** Sprig's `urlParse` and `urlJoin` (url.go). */
import { GoError } from '../../exec/errors.ts';
import { quote } from '../../strconv/quote.ts';
import { entriesOf, object, str, textOf, type Value } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';
import { kindName } from './cast.ts';

const decodePercent = (text: string, whole: string): string =>
  text.replace(/%(.{0,2})/gs, (sequence, digits: string) => {
    if (!/^[0-9a-fA-F]{2}$/.test(digits))
      throw new GoError(`unable to parse url: parse ${quote(whole)}: invalid URL escape ${quote(sequence)}`);
    return String.fromCharCode(Number.parseInt(digits, 16));
  });

const hostname = (host: string): string =>
  host.startsWith('[') ? host.slice(1, host.indexOf(']')) : host.replace(/:[0-9]*$/, '');

const parse = (text: string): Value => {
  const match = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text)!;
  const [, scheme = '', rest = '', query = '', fragment = ''] = match;
  const opaque = scheme !== '' && !rest.startsWith('/') ? rest : '';
  const authority = opaque === '' ? /^\/\/([^/]*)(.*)$/s.exec(rest) : null;
  const at = authority ? authority[1]!.lastIndexOf('@') : -1;
  const host = authority ? authority[1]!.slice(at + 1) : '';
  const path = opaque !== '' ? '' : authority ? authority[2]! : rest;
  const parts = {
    scheme: scheme.toLowerCase(),
    host,
    hostname: hostname(host),
    path: decodePercent(path, text),
    query,
    opaque,
    fragment: decodePercent(fragment, text),
    userinfo: at < 0 ? '' : authority![1]!.slice(0, at),
  };
  return object(Object.entries(parts).map(([name, part]) => [name, str(part)] as const));
};

const escapePath = (path: string): string =>
  path.replace(
    /[^A-Za-z0-9_.~$&+,/:;=@!'()*-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const join = (dict: Value): string => {
  const part = (name: string): string => {
    const entry = entriesOf(dict).get(name);
    if (!entry) return '';
    if (entry.value?.type.kind === 'string') return textOf(entry.value);
    throw new GoError(`unable to parse ${name} key, must be of type string, but ${kindName(entry.value)} found`);
  };
  const [scheme, host, path, query, opaque, fragment, user] = [
    'scheme',
    'host',
    'path',
    'query',
    'opaque',
    'fragment',
    'userinfo',
  ].map(part);
  let out = scheme ? `${scheme}:` : '';
  if (opaque) out += opaque;
  else {
    if (scheme || host || user)
      if (host || path || user) out += host || user ? `//${user ? `${user}@` : ''}${host}` : '';
    out += (path && !path.startsWith('/') && host ? '/' : '') + escapePath(path ?? '');
  }
  return out + (query ? `?${query}` : '') + (fragment ? `#${escapePath(fragment)}` : '');
};

export const sprigUrl: Functions = {
  urlParse: define('string', 'map[string]any', (_, text) => parse(text)),
  urlJoin: define('map[string]any', 'string', (_, dict) => join(dict)),
};
