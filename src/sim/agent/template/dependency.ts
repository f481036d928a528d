import type { Dependency as Needed } from '../../gotemplate/dependency/dependency.ts';
import { nameOf } from '../../gotemplate/dependency/name.ts';

/** Something a template needs from outside, as the runner watches it. */
interface Named {
  /** As the logs name it: `vault.read(secret/data/foo)`. */
  readonly name: string;
  /** As written: below `/v1/` for Vault, Consul and Nomad; a file's path. */
  readonly path: string;
  /** Query without `?`. */
  readonly query: string;
}

export type Dependency =
  | (Named & { readonly kind: 'read' | 'list' | 'consul' | 'nomad' | 'file' })
  | (Named & { readonly kind: 'write'; readonly data: Readonly<Record<string, unknown>> })
  | (Named & { readonly kind: 'pki'; readonly data: Readonly<Record<string, unknown>>; readonly file: string });

/** Query parameters sorted by name, as Go's `url.Values.Encode` writes them. */
const encode = (query: Readonly<Record<string, readonly string[]>>): string =>
  Object.keys(query)
    .sort()
    .flatMap((key) => (query[key] ?? []).map((value) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`))
    .join('&');

/** What a template asked for, as something to watch. */
export const dependencyOf = (needed: Needed): Dependency => {
  const name = nameOf(needed);
  switch (needed.type) {
    case 'vault.read':
      return { kind: 'read', name, path: needed.path, query: encode(needed.query) };
    case 'vault.list':
      return { kind: 'list', name, path: needed.path, query: '' };
    case 'vault.write':
      return { kind: 'write', name, path: needed.path, query: '', data: needed.data };
    case 'vault.pki':
      return { kind: 'pki', name, path: needed.path, query: '', data: needed.data, file: needed.destination };
    case 'file':
      return { kind: 'file', name, path: needed.path, query: '' };
    default: {
      const [path = '', query = ''] = needed.url.replace(/^\/v1\//, '').split('?');
      return { kind: needed.type, name, path, query };
    }
  }
};
