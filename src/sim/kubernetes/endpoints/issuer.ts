import { answer, type Endpoint } from '../server/context.ts';

const CONFIGURATION = '/.well-known/openid-configuration';
const KEYS = '/openid/v1/jwks';

/** `GET /.well-known/openid-configuration` and `/openid/v1/jwks`: how others check the cluster's tokens. */
export const issuer: Endpoint = {
  matches: ({ request }) => request.method === 'GET' && [CONFIGURATION, KEYS].includes(request.path),
  handle: ({ request, state: { settings } }) =>
    request.path === KEYS
      ? answer(200, {
          keys: [
            {
              use: 'sig',
              kty: 'RSA',
              kid: settings.signingKey.kid,
              alg: 'RS256',
              n: settings.signingKey.modulus,
              e: 'AQAB',
            },
          ],
        })
      : answer(200, {
          issuer: settings.issuer,
          jwks_uri: `https://${settings.externalAddress}${KEYS}`,
          response_types_supported: ['id_token'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        }),
};
