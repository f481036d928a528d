/** Names that the Secrets Store CSI driver and its objects have. Source: secrets-store-csi-driver 1.6: apis/v1, pkg/secrets-store. */

/** Name under which Pods ask for the driver. */
export const DRIVER = 'secrets-store.csi.k8s.io';
/** API group of SecretProviderClass and SecretProviderClassPodStatus. */
export const GROUP = 'secrets-store.csi.x-k8s.io';
/** Label by which a driver finds the statuses of its node. */
export const NODE_LABEL = 'internal.secrets-store.csi.k8s.io/node-name';
/** Label of Secrets that a driver has made. */
export const MANAGED_LABEL = 'secrets-store.csi.k8s.io/managed';
/** gRPC method by which a driver asks a provider for the content of a volume. */
export const MOUNT = '/v1alpha1.CSIDriverProvider/Mount';

/**
 * Host that stands for a provider's socket `/var/run/secrets-store-csi-providers/<provider>.sock` on a node: only what
 * runs on that node listens and asks there.
 */
export const providerHost = (provider: string, node: string): string =>
  `${node}.${provider}.secrets-store-csi-provider:80`;

/** What a driver asks a provider for. */
export interface MountRequest {
  /** JSON of the class's parameters and of what the kubelet said of the Pod. */
  readonly attributes: string;
  readonly target_path: string;
  /** Default mode of files as a decimal number. */
  readonly permission: string;
}

/** A file that a provider hands out. The real message carries bytes; here the content is text. */
export interface ProvidedFile {
  readonly path: string;
  /** As an octal number, `0644`. */
  readonly mode: string;
  readonly contents: string;
}

/** What a provider answers. */
export interface MountResponse {
  readonly files: readonly ProvidedFile[];
  readonly object_version: readonly { readonly id: string; readonly version: string }[];
}
