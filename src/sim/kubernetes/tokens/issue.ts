import { type SigningKey, sign } from '../../jwt/index.ts';

/** What a bound token is made of (kubernetes: pkg/serviceaccount/claims.go). */
export interface Issue {
  readonly issuer: string;
  readonly key: SigningKey;
  readonly namespace: string;
  readonly serviceAccount: { readonly name: string; readonly uid: string };
  readonly pod?: { readonly name: string; readonly uid: string };
  readonly node?: { readonly name: string; readonly uid: string };
  readonly secret?: { readonly name: string; readonly uid: string };
  readonly audiences: readonly string[];
  /** Seconds from now to `exp`. */
  readonly lifetime: number;
  /** Seconds from now after which use of the token is only warned of; left out unless the lifetime was extended. */
  readonly warnAfter?: number;
  readonly jti: string;
  /** Unix milliseconds. */
  readonly wall: number;
}

/** A bound token. Keys stand in Go's order: alphabetical at the top, where claims were merged as maps. */
export const issueToken = (i: Issue): string => {
  const now = Math.floor(i.wall / 1000);
  return sign(
    {
      aud: i.audiences,
      exp: now + i.lifetime,
      iat: now,
      iss: i.issuer,
      jti: i.jti,
      'kubernetes.io': {
        namespace: i.namespace,
        ...(i.node && { node: { name: i.node.name, ...(i.node.uid !== '' && { uid: i.node.uid }) } }),
        ...(i.pod && { pod: i.pod }),
        ...(i.secret && { secret: i.secret }),
        serviceaccount: i.serviceAccount,
        ...(i.warnAfter !== undefined && { warnafter: now + i.warnAfter }),
      },
      nbf: now,
      sub: `system:serviceaccount:${i.namespace}:${i.serviceAccount.name}`,
    },
    i.key,
  );
};

/** The claims of a token that lives in a Secret; it has no audience and no times. */
export const legacyClaims = (namespace: string, secret: string, account: { name: string; uid: string }): object => ({
  iss: 'kubernetes/serviceaccount',
  'kubernetes.io/serviceaccount/namespace': namespace,
  'kubernetes.io/serviceaccount/secret.name': secret,
  'kubernetes.io/serviceaccount/service-account.name': account.name,
  'kubernetes.io/serviceaccount/service-account.uid': account.uid,
  sub: `system:serviceaccount:${namespace}:${account.name}`,
});
