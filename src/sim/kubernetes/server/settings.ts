import type { SigningKey } from '../../jwt/index.ts';

/** A caller's static credential (`--token-auth-file`). */
export interface StaticToken {
  readonly token: string;
  readonly user: string;
  readonly uid: string;
  readonly groups: readonly string[];
}

/** How the API server was started: what does not change while it runs. */
export interface Settings {
  /** `--service-account-issuer`; also the default audience. */
  readonly issuer: string;
  /** `--api-audiences`. */
  readonly audiences: readonly string[];
  readonly signingKey: SigningKey;
  /** PEM of the authority that signed the server's certificate; `kube-root-ca.crt` carries it. */
  readonly authority: string;
  readonly tokens: readonly StaticToken[];
  /** `host:port` under which the outside reaches the server, for the issuer's discovery document. */
  readonly externalAddress: string;
  /** Run the controllers, the scheduler and a kubelet for each node. */
  readonly controllers: boolean;
  readonly nodes: readonly string[];
}

/** Default issuer of clusters made with kubeadm. */
export const DEFAULT_ISSUER = 'https://kubernetes.default.svc.cluster.local';
