import {
  type Auth,
  type Core,
  deferred,
  keepChanges,
  path,
  type Request,
  tokenParamsAuth,
} from '../framework/index.ts';
import { denialError } from './denial.ts';
import { loggerOf, logValue } from './log.ts';
import { accountOf, roleOf } from './login-checks.ts';
import type { LoginContext, LoginInput } from './login-context.ts';
import { findRole, type Storage } from './storage.ts';

/** Keys that Vault sets itself; annotations cannot. */
const identityMetadata = (c: LoginContext): Record<string, string> => {
  const { uid, name, namespace, secretName } = accountOf(c);
  return {
    service_account_uid: uid,
    service_account_name: name,
    service_account_namespace: namespace,
    service_account_secret_name: secretName,
  };
};

/** What the core makes the token of. Source: plugin: path_login.go (pathLogin). */
const authOf = (c: LoginContext): Auth => {
  const { namespace, name } = accountOf(c);
  const metadata = identityMetadata(c);
  return {
    ...tokenParamsAuth(roleOf(c).tokens),
    displayName: `${namespace}-${name}`,
    metadata: { ...metadata, role: c.given.role },
    alias: { name: c.learned.aliasName, metadata: { ...c.learned.annotations, ...metadata } },
    internal: { role: c.given.role },
  };
};

const finish = (core: Core, request: Request<Storage>, c: LoginContext) => {
  const logger = loggerOf(request.mount);
  for (const line of c.learned.log) core.log('debug', logger, line);
  request.storage.files = c.learned.files;
  request.storage.connections = c.learned.connections;
  if (!c.denial) return { auth: authOf(c) };
  if (c.denial.log !== undefined) core.log('debug', logger, `login unauthorized: err=${logValue(c.denial.log)}`);
  throw keepChanges(denialError(c.denial));
};

/** `login`: everything happens in the machine `vault/kubernetes-login`. */
export const loginPath = path<Storage>()({
  pattern: 'login',
  help: 'Authenticates Kubernetes service accounts with Vault.',
  fields: { role: { type: 'string' }, jwt: { type: 'string' } },
  operations: {
    update: (core, request, fields) => {
      const { config, files, connections } = request.storage;
      const role = fields.get('role');
      const input: LoginInput = {
        role,
        jwt: fields.get('jwt'),
        remote: request.remote,
        stored: findRole(request.storage, role) ?? null,
        config,
        files,
        connections,
        joseNamesItself: core.version.joseNamesItself,
      };
      return deferred('vault/kubernetes-login', input);
    },
  },
  resume: (core, request, output) => finish(core, request, output as LoginContext),
});
