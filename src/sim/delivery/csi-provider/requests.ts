import type { Operation } from '../../agent/api/client.ts';
import { base64, utf8 } from '../../jwt/index.ts';
import { Random } from '../../kernel/random.ts';
import { type ApiCall, collection } from '../../kubernetes/client/client.ts';
import type { Parameters, SecretObject } from './parameters.ts';
import { belowV1 } from './secret-path.ts';

/** What the provider asks of the API server and of Vault. */

/** Seconds for which a token is asked for a Pod. Source: vault-csi-provider 1.7.4: internal/auth/kubernetes_jwt.go. */
const JWT_SECONDS = 900;

/** Asks for a token of the Pod's ServiceAccount that ends with the Pod. */
export const tokenRequest = ({ pod, audience }: Parameters): ApiCall => ({
  method: 'POST',
  path: `${collection('', 'serviceaccounts', pod.namespace)}/${pod.account}/token`,
  body: {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {
      audiences: audience === '' ? [] : [audience],
      expirationSeconds: JWT_SECONDS,
      boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name: pod.name, uid: pod.uid },
    },
  },
});

/** The Pod as Go prints its struct in an error. */
export const podText = ({ pod }: Parameters): string => `{${pod.name} ${pod.uid} ${pod.namespace} ${pod.account} }`;

/** The login as the Pod. */
export const loginRequest = (parameters: Parameters | null, defaultMount: string, jwt: string): Operation => ({
  method: 'POST',
  path: `auth/${parameters?.mount || defaultMount}/login`,
  body: { jwt, role: parameters?.role },
});

/** The read of an object. Source: vault-csi-provider 1.7.4: internal/client/client.go. */
export const secretRequest = ({ secretPath, method, secretArgs }: SecretObject, token: string): Operation => ({
  method: method || 'GET',
  path: belowV1(secretPath),
  token,
  ...(secretArgs !== null && { body: secretArgs }),
});

/** The Secret with the key for versions, the same for all nodes. Source: vault-csi-provider 1.7.4: internal/hmac/hmac.go. */
export const hmacSecret = (name: string, namespace: string, entropy: number): object => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace },
  immutable: true,
  data: { key: base64(utf8(new Random(entropy).text(32))) },
});
