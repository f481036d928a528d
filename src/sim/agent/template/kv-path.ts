/** Where a KV v2 secret really is. Source: consul-template: dependency/vault_common.go, vault_read.go, vault_list.go. */

/** What `sys/internal/ui/mounts/<path>` says of a path's mount. */
export interface MountOfPath {
  /** `secret/` */
  readonly path: string;
  readonly kvVersion2: boolean;
}

export const mountOf = (body: unknown): MountOfPath => {
  const data = (body as { data?: Record<string, unknown> } | null)?.data ?? {};
  const path = typeof data.path === 'string' ? data.path : '';
  const version = (data.options as { version?: unknown } | null | undefined)?.version;
  return { path, kvVersion2: version === '2' && data.type === 'kv' };
};

const join = (...parts: string[]): string => parts.join('/').replace(/\/+/g, '/').replace(/\/$/, '');

/** Insert `data/` where neither it nor `metadata/` nor `subkeys/` stands behind the mount. */
export const dataPath = (raw: string, mount: string): string => {
  if (raw === mount || raw === mount.replace(/\/$/, '')) return join(mount, 'data');
  const rest = raw.startsWith(mount) ? raw.slice(mount.length) : raw;
  return /^(data|metadata|subkeys)\//.test(rest) ? raw : join(mount, 'data', rest);
};

/** Insert `metadata/` for a list. */
export const metadataPath = (raw: string, mountPath: string): string => {
  const mount = mountPath.replace(/\/$/, '');
  if (raw.startsWith(join(mount, 'metadata'))) return raw;
  if (raw === mount) return join(mount, 'metadata');
  return join(mount, 'metadata', raw.startsWith(mount) ? raw.slice(mount.length) : raw);
};

/** Is the version a KV v2 read gives deleted already? @param wall the Agent's clock, Unix milliseconds */
export const isDeletedVersion = (secret: Readonly<Record<string, unknown>>, wall: number): boolean => {
  const metadata = (secret.data as { metadata?: Record<string, unknown> } | null)?.metadata;
  const deleted = metadata && typeof metadata === 'object' ? metadata.deletion_time : undefined;
  if (typeof deleted !== 'string' || deleted === '') return false;
  const time = Date.parse(deleted);
  return !Number.isNaN(time) && wall > time;
};
