import { signingKey } from '../../jwt/index.ts';
import { authorityPem } from './authority.ts';
import type { Manifest } from './bootstrap.ts';
import { ADMIN, componentTokens } from './components.ts';
import { DEFAULT_ISSUER, type Settings, type StaticToken } from './settings.ts';

/** How a world starts its API server. */
export interface KubernetesInput {
  /** Run controllers, scheduler and kubelet; default true. */
  readonly controllers?: boolean;
  /** Manifests of objects that exist from the start. */
  readonly objects?: readonly Manifest[];
  readonly issuer?: string;
  readonly audiences?: readonly string[];
  /** More static tokens than `admin-token`. */
  readonly tokens?: readonly StaticToken[];
  /** Name from which signing key and authority follow; default `cluster`. */
  readonly seed?: string;
  /** Accounts whose files are kept for processes outside of Pods (Vault's own server). */
  readonly projections?: readonly Projection[];
  /** Names of the nodes whose kubelets run; default one, `node-1`. */
  readonly nodes?: readonly string[];
}

/** A ServiceAccount's token, authority and namespace as files in a directory. */
export interface Projection {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly directory: string;
  readonly expirationSeconds?: number;
}

/** What a world's input means for the server. */
export const settingsOf = (input: KubernetesInput): Settings => {
  const seed = input.seed ?? 'cluster';
  const issuer = input.issuer ?? DEFAULT_ISSUER;
  const nodes = input.nodes ?? ['node-1'];
  return {
    issuer,
    audiences: input.audiences ?? [issuer],
    signingKey: signingKey(seed),
    authority: authorityPem(seed),
    tokens: [ADMIN, ...componentTokens(nodes), ...(input.tokens ?? [])],
    externalAddress: '192.0.2.2:16443',
    controllers: input.controllers ?? true,
    nodes,
  };
};
