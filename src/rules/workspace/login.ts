import type { Path } from '../../yaml/index.ts';
import { type Injection, injectedOnly } from './injection.ts';
import { type ProjectedToken, tokenOf } from './tokens.ts';
import { authMounts, kubernetesRoles, listOf } from './vault.ts';
import { valueAt, type Workspace } from './workspace.ts';

/** Who a Pod's Agent says it is, and what the files' Vault configuration knows of that. */
export interface Login {
  readonly injection: Injection;
  /** Path of the auth method without `auth/`. */
  readonly mount: string;
  /** Kubernetes auth methods of the files. */
  readonly mounts: readonly string[];
  readonly mountKnown: boolean;
  readonly roleName: string;
  /** Where the role is named. */
  readonly rolePath: Path;
  readonly roleNames: readonly string[];
  readonly role:
    | {
        readonly names: readonly string[];
        readonly namespaces: readonly string[];
        readonly selector: boolean;
        readonly audience: string;
        readonly policies: readonly string[];
        readonly withDefault: boolean;
      }
    | undefined;
  readonly account: string;
  readonly namespace: string | undefined;
  readonly token: ProjectedToken | undefined;
}

/** The login of every injected Pod that uses the Kubernetes auth method. */
export const resolved = (workspace: Workspace): Login[] => {
  const mounts = authMounts(workspace)
    .filter((m) => m.type === 'kubernetes')
    .map((m) => m.mount);
  const roles = kubernetesRoles(workspace);
  return injectedOnly(workspace).flatMap((injection): Login[] => {
    if ((injection.get('auth-type') ?? 'kubernetes') !== 'kubernetes' || injection.get('agent-configmap')) return [];
    const key = injection.get('role') === undefined ? 'auth-config-role' : 'role';
    const roleName = injection.get(key) ?? '';
    const mount = (injection.get('auth-path') ?? 'auth/kubernetes').replace(/^auth\//, '').replace(/\/$/, '');
    const here = roles.filter((r) => r.mount === mount);
    // Roles are found in lower case. (vault-plugin-auth-kubernetes: path_role.go)
    const role = here.find((r) => String(r.role.name).toLowerCase() === roleName.toLowerCase())?.role;
    const namespace = valueAt(injection.manifest.value, ['metadata', 'namespace']);
    const account = injection.spec.serviceAccountName ?? injection.spec.serviceAccount ?? 'default';
    return [
      {
        injection,
        mount,
        mounts,
        mountKnown: mounts.includes(mount),
        roleName,
        rolePath: injection.path(key),
        roleNames: here.map((r) => String(r.role.name)),
        role: role && {
          names: listOf(role.bound_service_account_names),
          namespaces: listOf(role.bound_service_account_namespaces),
          selector: Boolean(role.bound_service_account_namespace_selector),
          audience: typeof role.audience === 'string' ? role.audience : '',
          policies: [...listOf(role.token_policies), ...listOf(role.policies)].map((p) => p.toLowerCase()),
          withDefault: role.token_no_default_policy !== true,
        },
        account: String(account),
        namespace: typeof namespace === 'string' ? namespace : undefined,
        token: tokenOf(injection),
      },
    ];
  });
};
