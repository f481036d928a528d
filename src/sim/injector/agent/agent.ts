import type { Integer } from '../go/parse.ts';
import type { Pod, VolumeMount } from '../pod.ts';
import type { Annotations } from './annotations.ts';
import type { Secret } from './secrets.ts';
import type { TokenVolume } from './service-account.ts';
import type { Sourced } from './sourced.ts';

/** Everything the injector has understood of a Pod. Texts that are only copied are read from `annotations`. */
export interface Agent {
  readonly pod: Pod;
  readonly annotations: Annotations;
  readonly tokenVolume: TokenVolume;
  readonly awsTokenMount: VolumeMount | undefined;
  readonly secrets: readonly Secret[];
  /** Parameters of the auth method by name. */
  readonly authConfig: Readonly<Record<string, Sourced<string>>>;
  /** Parameters of the telemetry stanza by name, decoded. */
  readonly telemetry: Readonly<Record<string, Sourced<unknown>>>;
  readonly initFirst: Sourced<boolean>;
  readonly prePopulate: Sourced<boolean>;
  readonly prePopulateOnly: Sourced<boolean>;
  readonly revokeOnShutdown: Sourced<boolean>;
  readonly containers: Sourced<readonly string[]>;
  readonly revokeGrace: Sourced<Integer>;
  readonly tlsSkipVerify: Sourced<boolean>;
  readonly runAsUser: Sourced<Integer>;
  readonly runAsGroup: Sourced<Integer>;
  readonly shareProcessNamespace: Sourced<boolean> | undefined;
  readonly setSecurityContext: Sourced<boolean>;
  readonly cacheEnable: Sourced<boolean>;
  /** Cache handed from the init container to the sidecar. */
  readonly cachePersist: Sourced<boolean>;
  readonly cacheExitOnErr: Sourced<boolean>;
  readonly defaultTemplate: Sourced<string>;
  readonly injectToken: Sourced<boolean>;
  readonly exitOnRetryFailure: Sourced<boolean>;
  readonly maxConnectionsPerHost: Sourced<Integer>;
  readonly leaseRenewalThreshold: Sourced<number>;
  readonly enableQuit: Sourced<boolean>;
  readonly autoAuthExitOnErr: Sourced<boolean>;
  /** CA certificate of Vault as the injector was given it. */
  readonly caCertBytes: Sourced<string>;
}
