import type { Operation } from '../api/client.ts';

/**
 * The auto-auth methods: which file they read and which call they make of it.
 * Source: vault: command/agentproxyshared/auth/kubernetes/kubernetes.go, …/token-file/token_file.go.
 */

export type Method =
  | { readonly type: 'kubernetes'; readonly mountPath: string; readonly role: string; readonly tokenPath: string }
  | { readonly type: 'token_file'; readonly tokenFilePath: string };

export const SERVICE_ACCOUNT_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** A method from its `config`, or the text of the error that ends the process. */
export const methodFrom = (
  type: string,
  mountPath: string,
  config: Readonly<Record<string, unknown>> | undefined,
): { method: Method } | { error: string } => {
  if (type !== 'kubernetes' && type !== 'token_file') return { error: `Unknown auth method ${JSON.stringify(type)}` };
  const failed = (why: string) => ({ error: `Error creating ${type} auth method: ${why}` });
  if (!config) return failed('empty config data');
  if (type === 'token_file') {
    const path = config.token_file_path;
    if (path === undefined) return failed("missing 'token_file_path' value");
    if (typeof path !== 'string') return failed("could not convert 'token_file_path' config value to string");
    return path === '' ? failed("'token_file_path' value is empty") : { method: { type, tokenFilePath: path } };
  }
  const { role, token_path: tokenPath } = config;
  if (role === undefined) return failed("missing 'role' value");
  if (typeof role !== 'string') return failed("could not convert 'role' config value to string");
  if (tokenPath !== undefined && typeof tokenPath !== 'string')
    return failed("could not convert 'token_path' config value to string");
  if (role === '') return failed("'role' value is empty");
  return { method: { type, mountPath, role, tokenPath: tokenPath || SERVICE_ACCOUNT_TOKEN } };
};

/** The file read before each login. */
export const credentialsPath = (method: Method): string =>
  method.type === 'kubernetes' ? method.tokenPath : method.tokenFilePath;

/**
 * The login call.
 * @param content the credentials file, `null` where there is none
 * @param cached the token read last (`token_file` falls back to it)
 */
export const loginOf = (
  method: Method,
  content: string | null,
  cached: string | null,
): { login: Operation; credentials: string; warning?: readonly [string, string?] } | { error: string } => {
  const missing = `open ${credentialsPath(method)}: no such file or directory`;
  if (method.type === 'kubernetes') {
    if (content === null) return { error: `error reading JWT with Kubernetes Auth: ${missing}` };
    const jwt = content.trim();
    const body = { jwt, role: method.role };
    return { login: { method: 'PUT', path: `${method.mountPath}/login`, body }, credentials: jwt };
  }
  const lookup = (token: string): Operation => ({ method: 'GET', path: 'auth/token/lookup-self', token });
  if (content !== null && content !== '') return { login: lookup(content.trim()), credentials: content.trim() };
  if (cached === null)
    return {
      error:
        content === null
          ? `error reading token file and no cached token known: ${missing}`
          : 'token file empty and no cached token known',
    };
  return {
    login: lookup(cached),
    credentials: cached,
    warning:
      content === null
        ? ['error reading token file', missing]
        : ['token file exists but read empty value, re-using cached value'],
  };
};
