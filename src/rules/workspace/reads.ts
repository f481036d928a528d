import { explain, type NearMiss, type Policy, parsePolicy } from '../../sim/vault/policy/index.ts';
import type { Path } from '../../yaml/index.ts';
import { remembering } from './cache.ts';
import { suffixed } from './injection.ts';
import type { Login } from './login.ts';
import { type SecretCall, secretCalls, type TemplateSite, templatesOf } from './templates.ts';
import { kvMounts } from './vault.ts';
import { VERSION, type Workspace } from './workspace.ts';

/** A read of an Agent that no policy of its role allows. */
export type DeniedRead = { readonly path: string; readonly near: NearMiss | undefined } & (
  | { readonly site: TemplateSite; readonly call: SecretCall }
  | { readonly site: undefined; readonly call: Path }
);

const parsed = remembering((key): { readonly policy: Policy | undefined } => {
  const cut = key.indexOf('\n');
  return { policy: parsePolicy(key.slice(0, cut), key.slice(cut + 1), VERSION).policy };
});

/** The path that the Agent asks for: with `data/` where the engine is of version 2. (consul-template: vault_common.go) */
const asked = (path: string, mounts: readonly string[]): string => {
  const mount = mounts.find((m) => path.startsWith(`${m}/`));
  if (mount === undefined) return path;
  const rest = path.slice(mount.length + 1);
  return ['data', 'metadata', 'subkeys'].includes(rest.split('/')[0] ?? '') ? path : `${mount}/data/${rest}`;
};

/** Nothing is said where a policy of the role is not in the files, or cannot be read. */
export const deniedReads = (workspace: Workspace, { injection, role }: Login): DeniedRead[] => {
  if (!role || role.policies.length === 0) return [];
  const texts = role.policies
    .filter((p) => p !== 'default')
    .map((p) => workspace.policies.find(({ name }) => name.toLowerCase() === p));
  const policies = texts.map((t) => t && parsed(`${t.name}\n${t.text}`).policy);
  if (!policies.every((p): p is Policy => p !== undefined && !p.templated)) return [];
  const mounts = kvMounts(workspace);
  const judge = (path: string): Pick<DeniedRead, 'path' | 'near'> | undefined => {
    const wanted = asked(path, mounts);
    const request = { operation: 'read', path: wanted, data: {}, wrapTtl: 0 } as const;
    const said = explain(request, policies, undefined, VERSION);
    return said.allowed ? undefined : { path: wanted, near: said.nearMisses[0] };
  };
  const inTemplates = templatesOf(injection).flatMap((site) =>
    secretCalls(site).flatMap((call): DeniedRead[] => {
      const denied = call.function === 'secret' && !call.writes && call.path !== '' ? judge(call.path) : undefined;
      return denied ? [{ ...denied, site, call }] : [];
    }),
  );
  const plain = [...suffixed(injection, 'agent-inject-secret')].flatMap(([suffix, value]): DeniedRead[] => {
    const own =
      injection.get(`agent-inject-template-${suffix}`) || injection.get(`agent-inject-template-file-${suffix}`);
    const path =
      value
        .trim()
        .replace(/^\/+|\/+$/g, '')
        .split('?')[0] ?? '';
    const denied = own || path === '' ? undefined : judge(path);
    return denied ? [{ ...denied, site: undefined, call: injection.path(`agent-inject-secret-${suffix}`) }] : [];
  });
  return [...inTemplates, ...plain];
};
