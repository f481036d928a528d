import { clientId } from '../audit/client-id.ts';
import type { Request } from '../framework/index.ts';

/** Who changed a secret, as metadata shows it from KV plugin 0.25 on (Vault 1.21). */
export interface Attribution {
  /** Display name of the token. */
  readonly actor: string;
  /** The request's operation; `undelete` for that endpoint. */
  readonly operation: string;
  readonly client_id?: string;
  readonly entity_id?: string;
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
    client_id: clientId(caller.entityId, caller.policies),
    ...(caller.entityId === '' ? {} : { entity_id: caller.entityId }),
  };
}
