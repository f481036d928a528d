import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { quote } from '../strconv/quote.ts';
import { toBytes, toOctets } from '../text/utf8.ts';
import type { Dependency } from './dependency.ts';

/** First four bytes of the SHA-1 over the sorted `key="value"` pairs (vault_write.go: sha1Map). */
const hashOf = (data: Readonly<Record<string, string>>): string => {
  const pairs = Object.keys(data)
    .sort()
    .map((key) => `${toBytes(key)}=${quote(toBytes(data[key]!))}`);
  return bytesToHex(sha1(toOctets(pairs.join('')))).slice(0, 8);
};

/** The name of a dependency in logs; two with the same name are one. */
export const nameOf = (dependency: Dependency): string => {
  switch (dependency.type) {
    case 'vault.read': {
      const version = dependency.query.version?.[0];
      return version === undefined ? `vault.read(${dependency.path})` : `vault.read(${dependency.path}.v${version})`;
    }
    case 'vault.write':
      return `vault.write(${dependency.path} -> ${hashOf(dependency.data)})`;
    case 'vault.list':
      return `vault.list(${dependency.path})`;
    case 'vault.pki':
      return `vault.pki(${dependency.path}->${dependency.destination})`;
    case 'file':
      return `file(${dependency.path})`;
    default:
      return dependency.name;
  }
};
