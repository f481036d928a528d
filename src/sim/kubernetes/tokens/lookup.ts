import { fromBase64, fromUtf8 } from '../../jwt/index.ts';
import { type KubeObject, part } from '../api/object.ts';
import { readFrom, type Store } from '../store/store.ts';
import type { BoundObjects, Looked } from './review.ts';
import { issuedHere } from './review.ts';

const looked = (object: KubeObject | undefined): Looked | null =>
  object
    ? {
        uid: object.metadata.uid ?? '',
        ...(object.metadata.deletionTimestamp !== undefined && {
          deletedAt: Date.parse(object.metadata.deletionTimestamp),
        }),
      }
    : null;

const NOTHING: BoundObjects = { serviceAccount: null, pod: null, node: null, secret: null };

/** The objects that a token's (unverified) claims name, as they are in the store now. */
export const boundObjects = (store: Store, token: string, issuer: string): BoundObjects => {
  const issued = issuedHere(token, issuer);
  if (!issued) return NOTHING;
  const { namespace, serviceAccount, pod, node, secret } = issued.claims;
  const secretObject = secret ? readFrom(store, 'secrets', namespace, secret.name) : undefined;
  const secretFacts = looked(secretObject);
  const stored = secretObject ? fromBase64(String(part(secretObject, 'data').token ?? '')) : null;
  return {
    serviceAccount: looked(readFrom(store, 'serviceaccounts', namespace, serviceAccount.name)),
    pod: pod ? looked(readFrom(store, 'pods', namespace, pod.name)) : null,
    node: node ? looked(readFrom(store, 'nodes', '', node.name)) : null,
    secret: secretFacts && {
      ...secretFacts,
      token: stored && 'bytes' in stored ? fromUtf8(stored.bytes) : '',
      invalidSince: secretObject?.metadata.labels?.['kubernetes.io/legacy-token-invalid-since'] ?? '',
    },
  };
};
