import { type Run, writeText } from '../../program.ts';
import { wrapEvenly } from '../../text/wrap.ts';
import { TOKEN_FILE } from '../client.ts';
import { type Call, type Command, sanitized, show } from '../command.ts';
import { CommandFailure, usage } from '../failure.ts';
import { FIELD, FORMAT, HTTP_FLAGS } from '../flags.ts';
import { keyValues } from '../key-values.ts';
import { WIDTH } from '../output.ts';
import { type Data, type Secret, secretOf } from '../secret.ts';

type Config = Record<string, unknown>;

/** Methods for which Vault's CLI has a login of its own, beside those modelled here. */
const OTHER_HANDLERS = ['alicloud', 'aws', 'cert', 'cf', 'gcp', 'github', 'kerberos', 'oci', 'oidc', 'pcf', 'radius'];
/** Methods that log in with a user's name and password. */
const PASSWORD_METHODS = ['userpass', 'ldap', 'okta'];

const list = (value: unknown): string[] | null => (Array.isArray(value) && value.length > 0 ? value.map(String) : null);

/** A token looked up, in the shape of a login's answer. (vault: builtin/credential/token/cli.go) */
const authFrom = (token: string, data: Data): Secret => ({
  request_id: '',
  lease_id: '',
  lease_duration: 0,
  renewable: false,
  data: null,
  warnings: null,
  auth: {
    client_token: token,
    accessor: String(data.accessor ?? ''),
    policies: list([
      ...((data.policies as string[] | null) ?? []),
      ...((data.identity_policies as string[] | null) ?? []),
    ]),
    token_policies: list(data.policies),
    identity_policies: list(data.identity_policies),
    metadata: (data.meta as Record<string, string> | null) ?? null,
    orphan: false,
    entity_id: '',
    lease_duration: Number(data.ttl ?? 0),
    renewable: data.renewable === true,
    mfa_requirement: null,
  },
});

function* withToken(call: Call, config: Config): Run<Secret> {
  const token = String(config.token ?? call.process.stdin).trim();
  if (token === '')
    throw new CommandFailure(
      2,
      'Error authenticating: a token must be passed to auth, please view the help for more information',
    );
  const failing = 'Error authenticating: error looking up token: ';
  const body = yield* call.client.must(failing, { method: 'GET', path: 'auth/token/lookup-self', token });
  const secret = secretOf(body);
  if (secret?.wrap_info) return secret;
  return authFrom(token, secret?.data ?? {});
}

function* withPassword(call: Call, mount: string, config: Config): Run<Secret> {
  const { username, password = call.process.stdin.trim(), ...rest } = config;
  if (typeof username !== 'string' || username === '')
    throw new CommandFailure(2, "Error authenticating: 'username' must be specified");
  if (password === '') throw new CommandFailure(2, 'Error authenticating: failed to read password: EOF');
  const path = `auth/${mount}/login/${username}`;
  const secret = yield* call.client.change('Error authenticating: ', {
    method: 'PUT',
    path,
    body: { ...rest, password },
    token: '',
  });
  if (!secret) throw new CommandFailure(2, 'Error authenticating: empty response from credential provider');
  return secret;
}

function* authenticate(call: Call, method: string, config: Config): Run<Secret> {
  if (method === 'token') return yield* withToken(call, config);
  const mount = sanitized(call.flags.text('path')) || String(config.mount ?? method);
  delete config.mount;
  if (PASSWORD_METHODS.includes(method)) return yield* withPassword(call, mount, config);
  if (OTHER_HANDLERS.includes(method))
    throw usage(`vault login -method=${method} is real, but this method is not modelled here.`);
  throw usage(
    wrapEvenly(
      `Unknown auth method: ${method}. Use "vault auth list" to see the complete list of auth methods. Additionally, some auth methods are only available via the HTTP API.`,
      WIDTH,
    ),
  );
}

const STORED =
  'Success! You are now authenticated. The token information displayed below is already stored in the token helper. You do NOT need to run "vault login" again. Future Vault requests will automatically use this token.';
const NOT_STORED =
  'The token was not stored in token helper. Set the VAULT_TOKEN environment variable or pass the token below with each request to Vault.';
const ENVIRONMENT =
  'WARNING! The VAULT_TOKEN environment variable is set! The value of this variable will take precedence; if this is unwanted please unset VAULT_TOKEN or update its value accordingly.';

/** `vault login` (vault: command/login.go) */
export const login: Command = {
  synopsis: 'Authenticate locally',
  usage: '[TOKEN | K=V…]',
  flags: {
    ...HTTP_FLAGS,
    ...FIELD,
    ...FORMAT,
    method: 'string',
    path: 'string',
    'no-store': 'bool',
    'no-print': 'bool',
    'token-only': 'bool',
  },
  *run(call) {
    const { flags, args, process, out } = call;
    const method = flags.text('method', 'token').trim().toLowerCase() || 'token';
    const only = flags.bool('token-only');
    const bare = method === 'token' && args.length > 0 && !(args[0] ?? '').includes('=');
    const typed = args[0] === '-' ? process.stdin.trim() : args[0];
    const config = bare ? { token: typed } : yield* keyValues(process, args);
    const secret = yield* authenticate(call, method, config);
    if (secret.wrap_info) return show(call, secret);
    if (!secret.auth)
      throw new CommandFailure(
        2,
        'Vault returned a secret, but the secret has no authentication information attached. This should never happen and is likely a bug.',
      );
    const store = !flags.bool('no-store') && !only;
    if (store) yield* writeText(TOKEN_FILE, secret.auth.client_token, '0600');
    if (!only && (process.env.VAULT_TOKEN ?? '') !== '') out.error(`${wrapEvenly(ENVIRONMENT, WIDTH)}\n`);
    if (flags.bool('no-print')) return 0;
    if (only) {
      out.bare(secret.auth.client_token);
      return 0;
    }
    if (flags.text('field') === '' && out.isTable) out.line(`${wrapEvenly(store ? STORED : NOT_STORED, WIDTH)}\n`);
    return show(call, secret);
  },
};
