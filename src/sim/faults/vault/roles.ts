/** The roles of `auth/kubernetes` that a world's workloads use. */
import type { Run } from '../../kernel/index.ts';
import type { Storage } from '../../vault/auth-kubernetes/storage.ts';
import { tableName } from '../../vault/framework/table-key.ts';
import { injectedWorkloads } from '../cluster-site.ts';
import { type Fault, FaultError } from '../fault.ts';
import { toVault } from '../requests.ts';
import { askVault, kubernetesMounts, storageOf } from '../vault-site.ts';

/** A role with its parameters, as they are written. */
export interface KeptRole {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const given = ([, value]: readonly [string, unknown]): boolean => value !== null && value !== '';

interface RoleName {
  /** `auth/kubernetes/` */
  readonly route: string;
  readonly name: string;
}

const roleNames = (run: Run): readonly RoleName[] =>
  kubernetesMounts(run).flatMap((mount) =>
    Object.keys(storageOf<Storage>(run, mount).roles).map((key) => ({ route: mount.route, name: tableName(key) })),
  );

const kept = (run: Run, names: readonly RoleName[]): readonly KeptRole[] =>
  names.flatMap(({ route, name }) => {
    const path = `${route}role/${name}`;
    const data = askVault(run, path);
    return data ? [{ path, body: Object.fromEntries(Object.entries(data).filter(given)) }] : [];
  });

/** Every role of `auth/kubernetes`. */
export const allRoles = (run: Run): readonly KeptRole[] => kept(run, roleNames(run));

/** Roles that injected workloads name; all roles where none does. @throws FaultError when there are none */
export const rolesInUse = (run: Run): readonly KeptRole[] => {
  const named = new Set(injectedWorkloads(run).map(({ role }) => role.toLowerCase()));
  const all = roleNames(run);
  const used = all.filter(({ name }) => named.has(name));
  const found = kept(run, used.length > 0 ? used : all);
  if (found.length > 0) return found;
  throw new FaultError('the auth method `kubernetes` has no role', 'Write one first.');
};

/** Somebody writes the roles with something wrong in them, and later as they were. */
export const roleChange = (change: Readonly<Record<string, unknown>>): Pick<Fault, 'begin' | 'end'> => ({
  begin: (run) => {
    const kept = rolesInUse(run);
    return {
      commands: kept.map(({ path }) => toVault(run, 'POST', path, change)),
      remember: kept,
    };
  },
  end: (run, remembered) =>
    (remembered as readonly KeptRole[]).map(({ path, body }) => toVault(run, 'POST', path, { audience: '', ...body })),
});
