import { claimsOf, type Jws, parseCompact, verify } from '../../jwt/index.ts';
import { AUTHENTICATED, serviceAccountGroups, serviceAccountUser, type User } from '../authn/user.ts';
import { type BoundClaims, LEGACY_ISSUER, readClaims } from './claims.ts';

/** A key the server knows, by its id. */
export interface KnownKey {
  readonly kid: string;
  readonly publicPem: string;
}

/** An object a token may be bound to, as far as the check looks at it; `null`: there is none of that name. */
export interface Looked {
  readonly uid: string;
  /** Unix milliseconds; absent unless it is being deleted. */
  readonly deletedAt?: number;
}

/** The objects a token names, looked up before the walk begins. */
export interface BoundObjects {
  readonly serviceAccount: Looked | null;
  readonly pod: Looked | null;
  readonly node: Looked | null;
  /** The Secret's `data.token`, decoded, and its label `legacy-token-invalid-since`. */
  readonly secret: (Looked & { readonly token: string; readonly invalidSince: string }) | null;
}

/** Everything the check of one token depends on. Plain JSON: it is the review statechart's context. */
export interface ReviewInput {
  readonly token: string;
  readonly audiences: readonly string[];
  readonly apiAudiences: readonly string[];
  readonly issuer: string;
  readonly keys: readonly KnownKey[];
  readonly objects: BoundObjects;
  /** Unix milliseconds on the API server's clock. */
  readonly wall: number;
}

/** Tolerance for clocks, and for Pods that are still terminating. */
const LEEWAY = 60_000;

const INVALIDATED = 'service account token has been invalidated';

/** A token's header and claims, or `null` where it is no JWT of an issuer this server accepts. */
export const issuedHere = (token: string, issuer: string): { jws: Jws; claims: BoundClaims } | null => {
  const parsed = parseCompact(token);
  if ('error' in parsed) return null;
  const payload = claimsOf(parsed.jws.payload);
  if ('error' in payload) return null;
  const claims = readClaims(payload.object);
  return claims.issuer === issuer || claims.issuer === LEGACY_ISSUER ? { jws: parsed.jws, claims } : null;
};

/** Whether the signature fits a known key; the error is the server's own text. */
export const checkSignature = (jws: Jws, keys: readonly KnownKey[]): string | null => {
  const kid = typeof jws.header.kid === 'string' ? jws.header.kid : '';
  const fitting = kid === '' ? keys : keys.filter((k) => k.kid === kid);
  if (fitting.length === 0) return 'invalid signature, no keys found';
  return fitting.some((k) => verify(jws, k.publicPem)) ? null : 'go-jose/go-jose: error in cryptographic primitive';
};

const goList = (values: readonly string[]): string => `[${values.map((v) => JSON.stringify(v)).join(' ')}]`;

/** Audiences of a token; one without any counts as made for the API server. */
const audiencesOf = (claims: BoundClaims, apiAudiences: readonly string[]): readonly string[] =>
  claims.audiences.length === 0 ? apiAudiences : claims.audiences;

/** The requested audiences that the token was made for, in the order asked. */
export const commonAudiences = (claims: BoundClaims, input: ReviewInput): string[] => {
  const own = audiencesOf(claims, input.apiAudiences);
  return input.audiences.filter((a) => own.includes(a));
};

/** Whether the token was made for one of the audiences asked for. */
export const checkAudience = (claims: BoundClaims, input: ReviewInput): string | null =>
  commonAudiences(claims, input).length > 0
    ? null
    : `token audiences ${goList(audiencesOf(claims, input.apiAudiences))} is invalid for the target audiences ${goList(input.audiences)}`;

/** Times of a bound token; order as in go-jose: not before, expiry, issue. Long-lived tokens carry none. */
export const checkTimes = (claims: BoundClaims, wall: number): string | null => {
  if (claims.legacy) return null;
  if (claims.nbf !== null && wall + LEEWAY < claims.nbf * 1000) return 'service account token is not valid yet';
  // Go compares with a clock finer than a second and never meets the very instant; virtual time does.
  if (claims.exp !== null && wall - LEEWAY >= claims.exp * 1000) return 'service account token has expired';
  if (claims.iat !== null && wall + LEEWAY < claims.iat * 1000) return 'service account token is issued in the future';
  return null;
};

const gone = (object: Looked | null, wall: number): boolean =>
  object === null || (object.deletedAt !== undefined && object.deletedAt < wall - LEEWAY);

/** The account the token speaks for. */
export const checkServiceAccount = (claims: BoundClaims, objects: BoundObjects, wall: number): string | null => {
  const { name, uid } = claims.serviceAccount;
  if (claims.legacy) {
    if (name === '') return 'serviceAccountName claim is missing';
    if (uid === '') return 'serviceAccountUID claim is missing';
  } else if (name === '') return 'resource name may not be empty';
  else if (claims.namespace === '') return 'an empty namespace may not be set when a resource name is provided';
  if (!objects.serviceAccount) return `serviceaccounts ${JSON.stringify(name)} not found`;
  if (gone(objects.serviceAccount, wall)) return `service account ${claims.namespace}/${name} has been deleted`;
  if (objects.serviceAccount.uid !== uid)
    return `service account UID (${objects.serviceAccount.uid}) does not match claim (${uid})`;
  return null;
};

/** Pod, Node or Secret the token is bound to. */
export const checkBoundObjects = (
  claims: BoundClaims,
  objects: BoundObjects,
  token: string,
  wall: number,
): string | null => {
  if (claims.legacy) return checkLegacySecret(claims, objects, token);
  if (claims.secret) {
    if (gone(objects.secret, wall)) return INVALIDATED;
    if (objects.secret?.uid !== claims.secret.uid)
      return `secret UID (${objects.secret?.uid}) does not match service account secret ref claim (${claims.secret.uid})`;
  }
  if (claims.pod) {
    if (gone(objects.pod, wall)) return INVALIDATED;
    if (objects.pod?.uid !== claims.pod.uid)
      return `pod UID (${objects.pod?.uid}) does not match service account pod ref claim (${claims.pod.uid})`;
  } else if (claims.node) {
    if (gone(objects.node, wall)) return INVALIDATED;
    if (objects.node?.uid !== claims.node.uid)
      return `node UID (${objects.node?.uid}) does not match service account node ref claim (${claims.node.uid})`;
  }
  return null;
};

/** Source: kubernetes pkg/serviceaccount/legacy.go. The Secret is looked at before the account there. */
const checkLegacySecret = (claims: BoundClaims, objects: BoundObjects, token: string): string | null => {
  const { secret } = objects;
  if (!secret || secret.deletedAt !== undefined) return 'Token has been invalidated';
  if (secret.token !== token) return "Token does not match server's copy";
  if (secret.invalidSince !== '')
    return `the token in secret ${claims.namespace}/${claims.secret?.name} for service account ${claims.namespace}/${claims.serviceAccount.name} has been marked invalid. Use tokens from the TokenRequest API or manually created secret-based tokens, or remove the 'kubernetes.io/legacy-token-invalid-since' label from the secret to temporarily allow use of this token`;
  return null;
};

/** The caller a good token stands for. */
export const userOf = (claims: BoundClaims, uid: string): User => ({
  name: serviceAccountUser(claims.namespace, claims.serviceAccount.name),
  uid,
  groups: [...serviceAccountGroups(claims.namespace), AUTHENTICATED],
  extra: claims.legacy
    ? {}
    : {
        ...(claims.jti !== '' && { 'authentication.kubernetes.io/credential-id': [`JTI=${claims.jti}`] }),
        ...(claims.node && {
          'authentication.kubernetes.io/node-name': [claims.node.name],
          ...(claims.node.uid !== '' && { 'authentication.kubernetes.io/node-uid': [claims.node.uid] }),
        }),
        ...(claims.pod && {
          'authentication.kubernetes.io/pod-name': [claims.pod.name],
          'authentication.kubernetes.io/pod-uid': [claims.pod.uid],
        }),
      },
});

/** What became of a token. `error: ''` with no user: nobody here knows such tokens. */
export interface Verdict {
  readonly user: User | null;
  readonly audiences: readonly string[];
  readonly error: string;
}

/** All checks in the order of the real server, at once; the statechart `kubernetes/token-review` walks the same ones. */
export const reviewServiceAccountToken = (input: ReviewInput): Verdict => {
  const refused = (error: string): Verdict => ({ user: null, audiences: [], error });
  const issued = issuedHere(input.token, input.issuer);
  if (!issued) return refused('');
  const { jws, claims } = issued;
  const error =
    checkSignature(jws, input.keys) ??
    checkAudience(claims, input) ??
    checkTimes(claims, input.wall) ??
    (claims.legacy ? checkBoundObjects(claims, input.objects, input.token, input.wall) : null) ??
    checkServiceAccount(claims, input.objects, input.wall) ??
    checkBoundObjects(claims, input.objects, input.token, input.wall);
  if (error !== null) return refused(error);
  return {
    user: userOf(claims, input.objects.serviceAccount?.uid ?? ''),
    audiences: commonAudiences(claims, input),
    error: '',
  };
};
