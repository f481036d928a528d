/** The question to the API server and what Vault makes of the answer. Source: plugin: token_review.go, path_login.go (lookup). */
import { goPrint } from '../framework/go-value.ts';
import type { ServiceAccount } from './service-account.ts';
import { statusErrorText } from './status-error.ts';

export const TOKEN_REVIEW_PATH = '/apis/authentication.k8s.io/v1/tokenreviews';

/** Audiences asked for: the role's if it has one, else the token's own. */
export const wantedAudiences = (roleAudience: string, account: ServiceAccount): readonly string[] =>
  roleAudience === '' ? account.audience : [roleAudience];

/** Body of the request as the plugin writes it: the kind is left to the path. */
export const reviewBody = (jwt: string, audiences: readonly string[]): object => ({
  metadata: { creationTimestamp: null },
  spec: { token: jwt, ...(audiences.length > 0 ? { audiences } : {}) },
  status: { user: {} },
});

interface ReviewStatus {
  readonly authenticated?: boolean;
  readonly user?: { readonly username?: string; readonly uid?: string };
  readonly audiences?: readonly string[];
  readonly error?: string;
}

const UNAUTHORIZED =
  'lookup failed: service account unauthorized; this could mean it has been deleted or recreated with a new token';

/** Why a review does not let the login pass: an id for the learner, and the error text of Vault's log. */
export interface ReviewFault {
  readonly id:
    | 'reviewer-unauthorized'
    | 'review-refused'
    | 'token-rejected'
    | 'token-not-authenticated'
    | 'review-audience'
    | 'review-username'
    | 'review-mismatch';
  readonly error: string;
}

const objectOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};

/**
 * Judges the answer to a TokenReview.
 * @param status HTTP status
 * @param wanted audiences that were asked for
 * @param account what the token claims
 * @returns `undefined`: the token is what it claims to be
 */
export const reviewFault = (
  status: number,
  body: unknown,
  wanted: readonly string[],
  account: ServiceAccount,
): ReviewFault | undefined => {
  if (status === 401) return { id: 'reviewer-unauthorized', error: UNAUTHORIZED };
  if (status < 200 || status > 206) return { id: 'review-refused', error: statusErrorText(status, body) };
  const review = objectOf(objectOf(body).status) as ReviewStatus;
  if (review.error) return { id: 'token-rejected', error: `lookup failed: ${review.error}` };
  if (review.authenticated !== true)
    return { id: 'token-not-authenticated', error: 'lookup failed: service account jwt not valid' };
  const valid = review.audiences ?? [];
  if (wanted.length > 0 && !wanted.some((audience) => valid.includes(audience)))
    return {
      id: 'review-audience',
      error: `lookup failed: service account jwt valid for audience(s) ${goPrint(valid)}, but wanted ${goPrint(wanted)}`,
    };
  return identityFault(review.user ?? {}, account);
};

const identityFault = (user: NonNullable<ReviewStatus['user']>, account: ServiceAccount): ReviewFault | undefined => {
  const [system, kind, namespace, name, ...rest] = (user.username ?? '').split(':');
  if (name === undefined || rest.length > 0)
    return { id: 'review-username', error: 'lookup failed: unexpected username format' };
  if (system !== 'system' || kind !== 'serviceaccount')
    return { id: 'review-username', error: 'lookup failed: username returned is not a service account' };
  if (name !== account.name) return { id: 'review-mismatch', error: 'JWT names did not match' };
  if (account.uid === '') return { id: 'review-mismatch', error: 'could not parse UID from claims' };
  if ((user.uid ?? '') !== account.uid) return { id: 'review-mismatch', error: 'JWT UIDs did not match' };
  // The spelling is the real one.
  return namespace === account.namespace ? undefined : { id: 'review-mismatch', error: 'JWT namepaces did not match' };
};
