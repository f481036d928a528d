/** Claims of ServiceAccount tokens (kubernetes: pkg/serviceaccount/{claims,legacy}.go). Times are Unix seconds. */

/** An object by name and uid. */
export interface Ref {
  readonly name: string;
  readonly uid: string;
}

/** What a bound token says; absent parts are `null`. */
export interface BoundClaims {
  readonly audiences: readonly string[];
  readonly issuer: string;
  readonly jti: string;
  readonly exp: number | null;
  readonly nbf: number | null;
  readonly iat: number | null;
  readonly namespace: string;
  readonly serviceAccount: Ref;
  readonly pod: Ref | null;
  readonly node: Ref | null;
  readonly secret: Ref | null;
  /** From a token of the long-lived kind, whose claims are flat. */
  readonly legacy: boolean;
}

/** `iss` of tokens that live in Secrets. */
export const LEGACY_ISSUER = 'kubernetes/serviceaccount';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const time = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const ref = (value: unknown): Ref | null =>
  typeof value === 'object' && value !== null ? { name: text(record(value).name), uid: text(record(value).uid) } : null;

/** Read the claims of a payload; `aud` may be a string or a list. */
export const readClaims = (payload: Readonly<Record<string, unknown>>): BoundClaims => {
  const { aud } = payload;
  const audiences =
    typeof aud === 'string' ? [aud] : Array.isArray(aud) ? aud.filter((a) => typeof a === 'string') : [];
  const common = {
    audiences,
    issuer: text(payload.iss),
    jti: text(payload.jti),
    exp: time(payload.exp),
    nbf: time(payload.nbf),
    iat: time(payload.iat),
  };
  if (common.issuer === LEGACY_ISSUER) {
    const flat = (name: string): string => text(payload[`kubernetes.io/serviceaccount/${name}`]);
    return {
      ...common,
      namespace: flat('namespace'),
      serviceAccount: { name: flat('service-account.name'), uid: flat('service-account.uid') },
      secret: { name: flat('secret.name'), uid: '' },
      pod: null,
      node: null,
      legacy: true,
    };
  }
  const bound = record(payload['kubernetes.io']);
  return {
    ...common,
    namespace: text(bound.namespace),
    serviceAccount: ref(bound.serviceaccount) ?? { name: '', uid: '' },
    pod: ref(bound.pod),
    node: ref(bound.node),
    secret: ref(bound.secret),
    legacy: false,
  };
};
