/** The KV secrets that a world's Agents read. */
import type { Run } from '../../kernel/index.ts';
import type { MountEntry } from '../../vault/state/state.ts';
import { FaultError } from '../fault.ts';
import { askVault, mountsOfType } from '../vault-site.ts';

export interface ReadSecret {
  /** `kv/` */
  readonly mount: string;
  /** Within the mount, without `data/`. */
  readonly key: string;
}

/** An Agent's dependency on a path is an actor of this name. */
const DEPENDENCY = /\/vault\.read\(([^)?]+)[^)]*\)$/;

const versionOf = (mount: MountEntry): string => mount.options?.version ?? '1';

/**
 * Secrets of one version of KV that running Agents read.
 * @throws FaultError when there are none
 */
export const secretsRead = (run: Run, version: '1' | '2'): readonly ReadSecret[] => {
  const mounts = mountsOfType(run, 'secret', 'kv').filter((mount) => versionOf(mount) === version);
  const paths = new Set(run.actors().flatMap((id) => DEPENDENCY.exec(id)?.[1] ?? []));
  const found = [...paths].sort().flatMap((path): ReadSecret[] => {
    const mount = mounts.find(({ route }) => path.startsWith(route));
    if (!mount) return [];
    const rest = path.slice(mount.route.length);
    return [{ mount: mount.route, key: version === '2' ? rest.replace(/^data\//, '') : rest }];
  });
  if (found.length > 0) return found;
  throw new FaultError(
    `no Agent reads a secret of KV version ${version}`,
    'Deploy a workload whose Agent reads one first.',
  );
};

/** A secret with the version that a read gives. */
export interface CurrentVersion extends ReadSecret {
  readonly version: number;
  readonly data: unknown;
}

/** What running Agents read of KV version 2, as it is now. @throws FaultError when there is nothing */
export const currentVersions = (run: Run): readonly CurrentVersion[] => {
  const found = secretsRead(run, '2').flatMap(({ mount, key }): CurrentVersion[] => {
    const read = askVault(run, `${mount}data/${key}`);
    const { version } = (read?.metadata ?? {}) as { readonly version?: number };
    return version === undefined ? [] : [{ mount, key, version, data: read?.data }];
  });
  if (found.length > 0) return found;
  throw new FaultError('the secrets that Agents read do not exist', 'Write one first: `vault kv put …`.');
};
