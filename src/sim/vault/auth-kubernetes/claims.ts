/**
 * What a JWT claims, and whether Vault believes it before it asks anybody.
 * Source: github.com/hashicorp/cap jwt/jwt.go (ValidateAllowMissingIatNbfExp), go-jose jwt/claims.go.
 */

/** The registered claims; times are Unix seconds, 0: absent. */
export interface Claims {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly notBefore: number;
  readonly expiry: number;
  readonly issuedAt: number;
}

export type Read<T> = { readonly value: T } | { readonly error: string };

const KINDS: Readonly<Record<string, string>> = { number: 'number', boolean: 'bool', object: 'object' };

const textClaim = (claims: Readonly<Record<string, unknown>>, name: string, field: string): Read<string> => {
  const value = claims[name] ?? '';
  if (typeof value === 'string') return { value };
  const kind = Array.isArray(value) ? 'array' : (KINDS[typeof value] ?? 'value');
  return { error: `json: cannot unmarshal ${kind} into Go struct field ${field} of type string` };
};

const audienceClaim = (value: unknown): Read<readonly string[]> => {
  if (value === undefined || value === null) return { value: [] };
  if (typeof value === 'string') return { value: [value] };
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return { value };
  return { error: 'go-jose/go-jose/jwt: expected string or array value to unmarshal to Audience' };
};

const timeClaim = (value: unknown): Read<number> => {
  if (value === undefined || value === null) return { value: 0 };
  if (typeof value === 'number') return { value: Math.trunc(value) };
  return { error: 'go-jose/go-jose/jwt: expected number value to unmarshal NumericDate' };
};

/** Reads the registered claims, or says which one has the wrong form. */
export const readClaims = (claims: Readonly<Record<string, unknown>>): Read<Claims> => {
  const issuer = textClaim(claims, 'iss', 'Claims.iss');
  if ('error' in issuer) return issuer;
  const subject = textClaim(claims, 'sub', 'Claims.sub');
  if ('error' in subject) return subject;
  const audience = audienceClaim(claims.aud);
  if ('error' in audience) return audience;
  const expiry = timeClaim(claims.exp);
  if ('error' in expiry) return expiry;
  const notBefore = timeClaim(claims.nbf);
  if ('error' in notBefore) return notBefore;
  const issuedAt = timeClaim(claims.iat);
  if ('error' in issuedAt) return issuedAt;
  return {
    value: {
      issuer: issuer.value,
      audience: audience.value,
      notBefore: notBefore.value,
      expiry: expiry.value,
      issuedAt: issuedAt.value,
    },
  };
};

/** Seconds by which clocks may differ (go-jose: DefaultLeeway). */
export const CLOCK_SKEW = 60;
/** Seconds for which a token without one of `exp` and `nbf` is taken to hold (cap: DefaultLeewaySeconds). */
export const DEFAULT_LEEWAY = 150;

export type TimeFault = 'not yet valid' | 'expired' | 'issued in the future';

/**
 * Judges `nbf`, `exp` and `iat`, in this order. A token with none of them (a legacy Secret's) is not judged.
 * @param wall Vault's clock, Unix milliseconds
 */
export const timeFault = ({ notBefore, expiry, issuedAt }: Claims, wall: number): TimeFault | undefined => {
  if (notBefore === 0 && expiry === 0 && issuedAt === 0) return undefined;
  const until = expiry === 0 ? Math.max(issuedAt, notBefore) + DEFAULT_LEEWAY : expiry;
  const from = notBefore !== 0 ? notBefore : issuedAt !== 0 ? issuedAt : until - DEFAULT_LEEWAY;
  const now = wall / 1000;
  if (now + CLOCK_SKEW < from) return 'not yet valid';
  if (now - CLOCK_SKEW > until) return 'expired';
  return now + CLOCK_SKEW < issuedAt ? 'issued in the future' : undefined;
};
