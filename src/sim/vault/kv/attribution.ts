import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '../../jwt/base64.ts';
import type { Caller, Request } from '../framework/index.ts';

/** Who changed a secret, as metadata shows it from KV plugin 0.25 on (Vault 1.21). */
export interface Attribution {
  /** Display name of the token. */
  readonly actor: string;
  /** The request's operation; `undelete` for that endpoint. */
  readonly operation: string;
  readonly client_id?: string;
  readonly entity_id?: string;
}

/**
 * What Vault counts a client by: the entity, or for a token without one a hash of its policies and namespace
 * (vault: sdk/logical/token.go, CreateClientID). Base64.
 */
export function clientId(caller: Caller): string {
  if (caller.entityId !== '') return caller.entityId;
  const policies = [...caller.policies].sort().join('\u007f');
  return base64(sha256(utf8ToBytes(`${policies}\u0000root`)));
}

/** The attribution of a request; null in releases that keep none. */
export function attributionOf(
  request: Pick<Request<unknown>, 'caller' | 'operation'>,
  kept: boolean,
  operation: string = request.operation,
): Attribution | null {
  const { caller } = request;
  if (!kept || caller === undefined) return null;
  return {
    actor: caller.displayName,
    operation,
    client_id: clientId(caller),
    ...(caller.entityId === '' ? {} : { entity_id: caller.entityId }),
  };
}
