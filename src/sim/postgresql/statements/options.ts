/** The options of `CREATE ROLE` and `ALTER ROLE`. */
import { SqlError, syntaxError, undefinedRole } from '../error.ts';
import { findRole, type Role, type Roles } from '../role.ts';
import type { Reader } from '../words.ts';

const FLAGS: Readonly<Record<string, Partial<Role>>> = {
  login: { login: true },
  nologin: { login: false },
  superuser: { superuser: true },
  nosuperuser: { superuser: false },
  createrole: { createRole: true },
  nocreaterole: { createRole: false },
};

/** Options that change nothing which the model can show. */
const QUIET = [
  'inherit',
  'noinherit',
  'createdb',
  'nocreatedb',
  'replication',
  'noreplication',
  'bypassrls',
  'nobypassrls',
];

/** `2026-01-05 09:00:00+0000`, RFC 3339, or `infinity` to Unix milliseconds. @throws SqlError 22007 */
export const timestamp = (text: string): number | null => {
  if (text.trim().toLowerCase() === 'infinity') return null;
  const match =
    /^\s*(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?\s*$/i.exec(text);
  const zone = (match?.[3] ?? 'Z')
    .replace(/^utc$/i, 'Z')
    .replace(/^([+-]\d\d):?(\d\d)?$/, (_, h, m) => `${h}:${m ?? '00'}`);
  const moment = match ? Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}${zone}`) : Number.NaN;
  if (Number.isNaN(moment))
    throw new SqlError('22007', `invalid input syntax for type timestamp with time zone: "${text}"`);
  return moment;
};

const group = (roles: Roles, name: string): string => {
  if (!findRole(roles, name)) throw undefinedRole(name);
  return name;
};

const option = (roles: Roles, reader: Reader, role: Role): Role => {
  for (const [keyword, change] of Object.entries(FLAGS)) if (reader.take(keyword)) return { ...role, ...change };
  if (QUIET.some((keyword) => reader.take(keyword))) return role;
  reader.take('encrypted');
  if (reader.take('password')) return { ...role, password: reader.take('null') ? null : reader.text() };
  if (reader.take('valid', 'until')) return { ...role, validUntil: timestamp(reader.text()) };
  if (reader.take('connection', 'limit')) {
    reader.number();
    return role;
  }
  if (reader.take('in', 'role') || reader.take('in', 'group')) {
    const groups = reader.names().map((name) => group(roles, name));
    return { ...role, memberOf: [...new Set([...role.memberOf, ...groups])] };
  }
  throw syntaxError(reader.next);
};

/** The role with all options that follow. @throws SqlError */
export const withOptions = (roles: Roles, reader: Reader, role: Role): Role => {
  reader.take('with');
  let changed = role;
  while (!reader.done && !reader.take(';')) changed = option(roles, reader, changed);
  return changed;
};
