/**
 * The external configuration of Bank-Vaults, as far as the model has what it configures.
 * Source: bank-vaults documentation, "External configuration for Vault".
 */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';

type Json = Readonly<Record<string, unknown>>;

/** One request to Vault that the configuration asks for, with the place in the file it stands for. */
export interface Change {
  readonly what: string;
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly path: string;
  readonly body: Json;
  /** Refusals that mean "is there already". */
  readonly unless?: RegExp;
  readonly from: readonly (string | number)[];
}

export type ReadConfig =
  | { readonly changes: readonly Change[] }
  | { readonly problem: string; readonly line: number; readonly column: number };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const trimmed = (path: string): string => path.replace(/^\/+|\/+$/g, '');
const without = (object: Json, ...keys: string[]): Json =>
  Object.fromEntries(Object.entries(object).filter(([k]) => !keys.includes(k)));

const IN_USE = /path is already in use/;

const policyChanges = (policy: Json, i: number): Change[] => [
  {
    what: `policy ${text(policy.name)}`,
    method: 'PUT',
    path: `/v1/sys/policies/acl/${text(policy.name)}`,
    body: { policy: text(policy.rules) },
    from: ['policies', i],
  },
];

const authChanges = (auth: Json, i: number): Change[] => {
  const type = text(auth.type);
  const path = trimmed(text(auth.path) || type);
  const from = ['auth', i];
  const enable: Change = {
    what: `auth method ${type} at ${path}/`,
    method: 'POST',
    path: `/v1/sys/auth/${path}`,
    body: {
      type,
      ...(auth.description !== undefined && { description: auth.description }),
      ...(isObject(auth.options) && { config: auth.options }),
    },
    unless: IN_USE,
    from,
  };
  const config = isObject(auth.config)
    ? [
        {
          what: `configuration of auth/${path}`,
          method: 'PUT',
          path: `/v1/auth/${path}/config`,
          body: auth.config,
          from: [...from, 'config'],
        } as const,
      ]
    : [];
  const roles = listOf(auth.roles).map((role, k): Change => {
    const name = text(role.name);
    return {
      what: `role ${name} of auth/${path}`,
      method: 'PUT',
      path: `/v1/auth/${path}/role/${name}`,
      body: without(role, 'name'),
      from: [...from, 'roles', k],
    };
  });
  const users = listOf(auth.users).map((user, k): Change => {
    const name = text(user.username);
    return {
      what: `user ${name} of auth/${path}`,
      method: 'PUT',
      path: `/v1/auth/${path}/users/${name}`,
      body: without(user, 'username'),
      from: [...from, 'users', k],
    };
  });
  return [enable, ...config, ...roles, ...users];
};

const engineChanges = (engine: Json, i: number): Change[] => {
  const type = text(engine.type);
  const path = trimmed(text(engine.path) || type);
  const from = ['secrets', i];
  const enable: Change = {
    what: `secrets engine ${type} at ${path}/`,
    method: 'POST',
    path: `/v1/sys/mounts/${path}`,
    body: {
      type,
      ...(engine.description !== undefined && { description: engine.description }),
      ...(isObject(engine.options) && {
        options: Object.fromEntries(Object.entries(engine.options).map(([k, v]) => [k, text(v)])),
      }),
      ...(isObject(engine.config) && { config: engine.config }),
    },
    unless: IN_USE,
    from,
  };
  const configuration = isObject(engine.configuration) ? Object.entries(engine.configuration) : [];
  const further = configuration.flatMap(([group, items]) =>
    listOf(items).map((item, k): Change => {
      const name = text(item.name);
      return {
        what: `${group}${name ? `/${name}` : ''} of ${path}/`,
        method: 'PUT',
        path: `/v1/${path}/${group}${name ? `/${name}` : ''}`,
        body: without(item, 'name'),
        from: [...from, 'configuration', group, k],
      };
    }),
  );
  return [enable, ...further];
};

const secretChanges = (secret: Json, i: number): Change[] => [
  {
    what: `secret ${trimmed(text(secret.path))}`,
    method: 'PUT',
    path: `/v1/${trimmed(text(secret.path))}`,
    body: isObject(secret.data) ? secret.data : {},
    from: ['startupSecrets', i],
  },
];

/** Read a configuration and say which requests it stands for, in the order in which Bank-Vaults sends them. */
export const readConfig = (yaml: string): ReadConfig => {
  let root: unknown;
  try {
    root = load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problem: error.reason, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
  }
  if (!isObject(root))
    return {
      problem: 'the configuration is not a mapping with policies, auth, secrets or startupSecrets',
      line: 1,
      column: 1,
    };
  return {
    changes: [
      ...listOf(root.auth).flatMap(authChanges),
      ...listOf(root.policies).flatMap(policyChanges),
      ...listOf(root.secrets).flatMap(engineChanges),
      ...listOf(root.startupSecrets).flatMap(secretChanges),
    ],
  };
};
