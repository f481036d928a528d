/** The steps of a login that need nothing but what Vault already has. Source: plugin: path_login.go (pathLogin, parseAndValidateJWT). */
import { ASYMMETRIC, claimsOf, parseCompact, verify } from '../../jwt/index.ts';
import { addressAllowed, goQuote } from '../framework/index.ts';
import { readClaims, timeFault } from './claims.ts';
import { expectedIssuer } from './config.ts';
import { hidden, told } from './denial.ts';
import { matchingGlob } from './glob.ts';
import { denies, type LoginContext, passes, type Verdict } from './login-context.ts';
import { publicKey } from './pem.ts';
import { readServiceAccount } from './service-account.ts';

const list = (items: readonly string[]): string => (items.length === 0 ? 'nothing' : items.map(goQuote).join(', '));

/** Values that earlier steps have made sure of. */
const known = <T>(value: T | null): T => {
  if (value === null) throw new Error('a step of the login ran before the step that it builds on');
  return value;
};

export const roleOf = (c: LoginContext) => known(c.given.stored);
export const configOf = (c: LoginContext) => known(c.given.config);
export const accountOf = (c: LoginContext) => known(c.learned.account);

export const readingRequest = (c: LoginContext): Verdict => {
  if (c.given.role === '') return denies(told(400, 'missing-role', 'missing role', 'The request names no role.'));
  if (c.given.jwt === '') return denies(told(400, 'missing-jwt', 'missing jwt', 'The request carries no JWT.'));
  return passes(`The request has a role, ${goQuote(c.given.role)}, and a JWT.`);
};

export const resolvingRole = (c: LoginContext): Verdict =>
  c.given.stored
    ? passes(`The role ${goQuote(c.given.role)} exists on this mount.`)
    : denies(
        told(
          400,
          'unknown-role',
          `invalid role name ${goQuote(c.given.role)}`,
          `This mount has no role ${goQuote(c.given.role)}.`,
        ),
      );

export const checkingSourceAddress = (c: LoginContext): Verdict => {
  const bound = roleOf(c).tokens.boundCidrs;
  if (bound.length === 0) return passes('The role may be used from any address.');
  return addressAllowed(c.given.remote, bound)
    ? passes(`The client's address ${c.given.remote} lies within token_bound_cidrs.`)
    : denies(
        hidden(
          'source-address',
          `The client's address ${c.given.remote} lies outside token_bound_cidrs ${list(bound)}.`,
        ),
      );
};

export const loadingConfiguration = (c: LoginContext): Verdict =>
  c.given.config
    ? passes(`The mount is configured for ${c.given.config.host}.`)
    : denies(
        told(
          500,
          'no-configuration',
          'could not load backend configuration',
          'Nobody has written config of this mount.',
        ),
      );

const unverified = (id: 'malformed-jwt' | 'algorithm' | 'signature', text: string, words: string): Verdict =>
  denies(hidden(id, words, `error verifying token signature: ${text}`));

export const checkingSignature = (c: LoginContext): Verdict => {
  const parsed = parseCompact(c.given.jwt);
  if ('error' in parsed)
    return unverified('malformed-jwt', parsed.error.message, 'What was sent as jwt is not a signed JWT.');
  const { jws } = parsed;
  const algorithm = String(jws.header.alg ?? '');
  const algorithms: readonly string[] = ASYMMETRIC;
  if (!algorithms.includes(algorithm))
    return unverified(
      'algorithm',
      `${c.given.joseNamesItself ? 'go-jose/go-jose: ' : ''}unexpected signature algorithm ${goQuote(algorithm)}; expected [${algorithms.map(goQuote).join(' ')}]`,
      `The token is signed with ${goQuote(algorithm)}; only RSA and ECDSA signatures count.`,
    );
  const payload = claimsOf(jws.payload);
  if ('error' in payload)
    return unverified('malformed-jwt', payload.error.message, 'The payload of the JWT is not a JSON object.');
  const keys = configOf(c).pemKeys.map(publicKey);
  if (keys.length > 0 && !keys.some((key) => 'key' in key && verify(jws, key.key)))
    return unverified(
      'signature',
      'no known key successfully validated the token signature',
      'None of pem_keys is the key that the token was signed with.',
    );
  if (jws.signature.length === 0)
    return denies(
      told(
        403,
        'signature',
        'invalid algorithm (alg) header parameter: token must be signed',
        'The token has no signature.',
      ),
    );
  const claims = readClaims(payload.object);
  if ('error' in claims)
    return denies(told(403, 'malformed-claims', claims.error, 'A registered claim of the token has the wrong form.'));
  const words =
    keys.length > 0
      ? 'The signature fits one of pem_keys.'
      : 'The JWT is well-formed. Without pem_keys Vault leaves its signature to the TokenReview.';
  return passes(words, { payload: payload.object, claims: claims.value });
};

export const checkingIssuer = (c: LoginContext): Verdict => {
  const expected = expectedIssuer(configOf(c));
  if (expected === undefined) return passes('The issuer is not checked.');
  const { issuer } = known(c.learned.claims);
  return issuer === expected
    ? passes(`The issuer is ${goQuote(issuer)}, as configured.`)
    : denies(
        told(
          403,
          'issuer',
          'invalid issuer (iss) claim',
          `The token's issuer is ${goQuote(issuer)}, the configuration wants ${goQuote(expected)}.`,
        ),
      );
};

export const checkingAudience = (c: LoginContext): Verdict => {
  const wanted = roleOf(c).audience;
  if (wanted === '') return passes('The role asks for no audience.');
  const { audience } = known(c.learned.claims);
  return audience.includes(wanted)
    ? passes(`The token is meant for the role's audience ${goQuote(wanted)}.`)
    : denies(
        told(
          403,
          'audience',
          'invalid audience (aud) claim: audience claim does not match any expected audience',
          `The role wants the audience ${goQuote(wanted)}, the token is meant for ${list(audience)}.`,
        ),
      );
};

const TIME_TEXTS = {
  'not yet valid': [
    'not-yet-valid',
    'invalid not before (nbf) claim: token not yet valid',
    'The token is not valid yet (nbf).',
  ],
  expired: ['expired', 'invalid expiration time (exp) claim: token is expired', 'The token has expired (exp).'],
  'issued in the future': [
    'issued-in-the-future',
    'invalid issued at (iat) claim: token issued in the future',
    "By Vault's clock the token was issued in the future (iat).",
  ],
} as const;

export const checkingTimes = (c: LoginContext): Verdict => {
  const fault = timeFault(known(c.learned.claims), c.wall);
  if (!fault) return passes('The token is valid now, give or take a minute.');
  const [id, text, words] = TIME_TEXTS[fault];
  return denies(told(403, id, text, words));
};

export const readingServiceAccount = (c: LoginContext): Verdict => {
  const account = readServiceAccount(c.learned.payload);
  if ('error' in account)
    return denies(told(500, 'claims-form', account.error, 'A claim about the ServiceAccount has the wrong form.'));
  const { namespace, name } = account.value;
  return passes(`The token claims to be of the ServiceAccount ${namespace}/${name}.`, { account: account.value });
};

export const matchingName = (c: LoginContext): Verdict => {
  const { names } = roleOf(c);
  const { name } = accountOf(c);
  const pattern = names.length === 1 && names[0] === '*' ? '*' : matchingGlob(names, name);
  return pattern === undefined
    ? denies(
        told(
          403,
          'service-account-name',
          'service account name not authorized',
          `The role binds the names ${list(names)}, the token's ServiceAccount is ${goQuote(name)}.`,
        ),
      )
    : passes(`The name ${goQuote(name)} matches ${goQuote(pattern)}.`);
};

/** Whether the namespace list lets the namespace through: the pattern that does. */
const namespacePattern = (c: LoginContext): string | undefined => {
  const namespaces = roleOf(c).namespaces ?? [];
  return namespaces[0] === '*' ? '*' : matchingGlob(namespaces, accountOf(c).namespace);
};

/** The namespace still depends on its labels, which only the API server knows. */
export const needsLabels = (c: LoginContext): boolean => namespacePattern(c) === undefined && roleOf(c).selector !== '';

export const matchingNamespace = (c: LoginContext): Verdict => {
  const { namespace } = accountOf(c);
  const pattern = namespacePattern(c);
  if (pattern !== undefined) return passes(`The namespace ${goQuote(namespace)} matches ${goQuote(pattern)}.`);
  if (roleOf(c).selector !== '') return passes("No bound namespace matches; the namespace's labels decide.");
  const bound = list(roleOf(c).namespaces ?? []);
  return denies(
    told(
      403,
      'namespace',
      'namespace not authorized',
      `The role binds the namespaces ${bound}, the token's is ${goQuote(namespace)}.`,
    ),
  );
};

export const namingAlias = (c: LoginContext): Verdict => {
  const { uid, namespace, name } = accountOf(c);
  if (roleOf(c).aliasNameSource === 'serviceaccount_name') {
    if (namespace !== '' && name !== '')
      return passes('The alias is named after namespace and name.', { aliasName: `${namespace}/${name}` });
    return denies(
      told(500, 'no-uid', 'service account namespace and name must be set', 'The token lacks namespace or name.'),
    );
  }
  return uid === ''
    ? denies(
        told(500, 'no-uid', 'could not parse UID from claims', 'The token does not say the UID of its ServiceAccount.'),
      )
    : passes("The alias is named after the ServiceAccount's UID.", { aliasName: uid });
};
