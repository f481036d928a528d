import type { ApiState } from '../server/state.ts';
import { boundObjects } from '../tokens/lookup.ts';
import { type ReviewInput, reviewServiceAccountToken, type Verdict } from '../tokens/review.ts';
import { AUTHENTICATED } from './user.ts';

/** Milliseconds for which a successful authentication is remembered (`TokenSuccessCacheTTL`); failures are not. */
export const SUCCESS_TTL = 10_000;

const INVALID = 'invalid bearer token';

/** What the static token file says of a token. */
export const staticVerdict = (state: ApiState, token: string, audiences: readonly string[]): Verdict | null => {
  const known = state.settings.tokens.find((t) => t.token === token);
  if (!known) return null;
  // Not aware of audiences: good for those of the API server alone.
  const common = audiences.filter((a) => state.settings.audiences.includes(a));
  if (common.length === 0) return { user: null, audiences: [], error: INVALID };
  return {
    user: { name: known.user, uid: known.uid, groups: [...known.groups, AUTHENTICATED], extra: {} },
    audiences: common,
    error: '',
  };
};

const cacheKey = (token: string, audiences: readonly string[]): string => `${audiences.join(' ')} ${token}`;

/** A success that is still remembered. */
export const cachedVerdict = (
  state: ApiState,
  token: string,
  audiences: readonly string[],
  wall: number,
): Verdict | null => {
  const hit = Object.hasOwn(state.authenticated, cacheKey(token, audiences))
    ? state.authenticated[cacheKey(token, audiences)]
    : undefined;
  return hit && wall < hit.until ? hit.verdict : null;
};

/** Remember a success, forget what is out of date. */
export const remember = (
  state: ApiState,
  token: string,
  audiences: readonly string[],
  verdict: Verdict,
  wall: number,
): void => {
  if (!verdict.user) return;
  const fresh = Object.entries(state.authenticated).filter(([, hit]) => hit.until > wall);
  state.authenticated = {
    ...Object.fromEntries(fresh),
    [cacheKey(token, audiences)]: { until: wall + SUCCESS_TTL, verdict },
  };
};

/** Everything the check of a ServiceAccount's token needs, looked up now. */
export const reviewInput = (
  state: ApiState,
  token: string,
  audiences: readonly string[],
  wall: number,
): ReviewInput => ({
  token,
  audiences,
  apiAudiences: state.settings.audiences,
  issuer: state.settings.issuer,
  keys: [{ kid: state.settings.signingKey.kid, publicPem: state.settings.signingKey.publicPem }],
  objects: boundObjects(state.store, token, state.settings.issuer),
  wall,
});

/** The error text of a refused token: several authenticators speak, all that said something are listed. */
export const combined = (error: string): string =>
  error === '' || error === INVALID ? INVALID : `[${INVALID}, ${error}]`;

/**
 * Who a bearer token is, at once: static tokens, then the cache, then the checks of a ServiceAccount's token.
 * @param audiences what it must be good for
 */
export const authenticateToken = (
  state: ApiState,
  token: string,
  audiences: readonly string[],
  wall: number,
): Verdict => {
  const known = staticVerdict(state, token, audiences) ?? cachedVerdict(state, token, audiences, wall);
  if (known) return known;
  const verdict = reviewServiceAccountToken(reviewInput(state, token, audiences, wall));
  remember(state, token, audiences, verdict, wall);
  return verdict;
};
