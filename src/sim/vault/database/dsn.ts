/** Where and as whom a connection URL leads, as pgx reads it. (vault: plugins/database/postgresql; pgconn: config.go) */

export interface Dsn {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Seconds; 0: as long as the request may take. */
  readonly connectTimeout: number;
}

/** `{{name}}` in a text, for every name that is given; others stay. (vault: sdk/database/helper/dbutil) */
export const fillIn = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{([a-z_]+)\}\}/g, (all, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : all,
  );

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const fromUrl = (rest: string): Dsn => {
  const match = /^(?:([^@/?]*)@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(rest);
  const [user = '', ...password] = (match?.[1] ?? '').split(':');
  const [host = '', port = '5432'] = (match?.[2] ?? '').split(/:(?=\d*$)/);
  const parameters = new URLSearchParams(match?.[4] ?? '');
  return {
    host: host || 'localhost',
    port,
    user: decoded(user),
    password: decoded(password.join(':')),
    database: decoded(match?.[3] ?? '') || decoded(user),
    connectTimeout: Number(parameters.get('connect_timeout') ?? 0) || 0,
  };
};

const fromPairs = (text: string): Dsn | undefined => {
  const pairs = new Map<string, string>();
  for (const [, key = '', quoted, plain] of text.matchAll(/(\w+)\s*=\s*(?:'([^']*)'|(\S*))/g))
    pairs.set(key, quoted ?? plain ?? '');
  if (pairs.size === 0) return undefined;
  const user = pairs.get('user') ?? '';
  return {
    host: pairs.get('host') ?? 'localhost',
    port: pairs.get('port') ?? '5432',
    user,
    password: pairs.get('password') ?? '',
    database: pairs.get('dbname') ?? pairs.get('database') ?? user,
    connectTimeout: Number(pairs.get('connect_timeout') ?? 0) || 0,
  };
};

/**
 * @param url template as configured; the credentials are put in escaped
 * @returns the address, or the error text of pgx
 */
export const parseDsn = (url: string, username: string, password: string): Dsn | { readonly error: string } => {
  const escaped = { username: encodeURIComponent(username), password: encodeURIComponent(password) };
  const scheme = /^postgres(?:ql)?:\/\//.exec(url);
  if (scheme) return fromUrl(fillIn(url, escaped).slice(scheme[0].length));
  const dsn = fromPairs(fillIn(url, { username, password }));
  return dsn ?? { error: `cannot parse \`${url}\`: failed to parse as DSN (invalid dsn)` };
};
