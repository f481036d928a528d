/** Why a login was refused: what the client is told, what Vault's log says, and what a learner should know. */

import { codedError, errorResponse, goError, permissionDenied, type VaultError } from '../framework/index.ts';
import type { ReviewFault } from './token-review.ts';

export interface Denial {
  /** Permanent id of the cause, e.g. `audience`. */
  readonly id: DenialId;
  /** One sentence that names the two things that do not agree. */
  readonly words: string;
  /** What the client gets: status and `errors[0]`. */
  readonly status: 400 | 403 | 500;
  readonly text: string;
  /** Error text that only Vault's debug log shows (`login unauthorized: err=…`). */
  readonly log?: string;
}

export type DenialId =
  | 'missing-role'
  | 'missing-jwt'
  | 'unknown-role'
  | 'source-address'
  | 'no-configuration'
  | 'local-ca'
  | 'malformed-jwt'
  | 'algorithm'
  | 'signature'
  | 'malformed-claims'
  | 'issuer'
  | 'audience'
  | 'not-yet-valid'
  | 'expired'
  | 'issued-in-the-future'
  | 'claims-form'
  | 'service-account-name'
  | 'namespace'
  | 'namespace-labels'
  | 'namespace-unreadable'
  | 'no-uid'
  | 'api-server-unreachable'
  | ReviewFault['id']
  | 'annotations-unreadable'
  | 'annotations-reserved';

/** A refusal whose cause the client is told. */
export const told = (status: Denial['status'], id: DenialId, text: string, words: string): Denial => ({
  id,
  words,
  status,
  text,
});

/** A refusal of which the client learns nothing but `permission denied`. @param log left out: not even the log tells */
export const hidden = (id: DenialId, words: string, log?: string): Denial => ({
  id,
  words,
  status: 403,
  text: 'permission denied',
  ...(log === undefined ? {} : { log }),
});

/** The error that the backend answers with. */
export const denialError = ({ status, text }: Denial): VaultError => {
  if (status === 400) return errorResponse(text);
  if (status === 500) return goError(text);
  return text === 'permission denied' ? permissionDenied() : codedError(403, text);
};
