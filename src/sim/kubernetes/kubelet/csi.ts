import type { RequestEffect } from '../../kernel/effects.ts';
import { Random } from '../../kernel/random.ts';
import { type KubeObject, nameOf } from '../api/object.ts';
import type { ApiCall } from '../client/client.ts';
import { podSpecOf, type Volume } from '../pod/types.ts';
import { volumeRoot } from './volume-root.ts';

/**
 * The kubelet's side of inline CSI volumes. Kubelet and driver speak gRPC over a socket on the node; here the same calls
 * are requests to a name that only the driver of that node listens on. A gRPC error is the body `{ code, message }`.
 * Source: kubernetes: pkg/volume/csi, container-storage-interface/spec.
 */

/** What the kubelet asks a driver to mount. */
export interface PublishRequest {
  readonly volume_id: string;
  readonly target_path: string;
  readonly readonly: boolean;
  readonly volume_context: Readonly<Record<string, string>>;
}

/** A gRPC status other than OK. */
export interface RpcError {
  readonly code: 'Unknown' | 'InvalidArgument' | 'DeadlineExceeded';
  readonly message: string;
}

/** Path of the call that mounts. */
export const PUBLISH = '/csi.v1.Node/NodePublishVolume';
/** Path of the call that unmounts. */
export const UNPUBLISH = '/csi.v1.Node/NodeUnpublishVolume';
/** Milliseconds; kubernetes: pkg/volume/csi (csiTimeout). */
const TIMEOUT = 120_000;

/** Host under which a driver listens on a node: `node-1.secrets-store.csi.k8s.io:80`. */
export const driverHost = (driver: string, node: string): string => `${node}.${driver}:80`;

/** A call to a driver of this node. */
export const driverRequest = (id: string, driver: string, node: string, call: ApiCall): RequestEffect => ({
  id,
  to: `http://${driverHost(driver, node)}`,
  method: call.method,
  path: call.path,
  body: call.body,
  timeout: TIMEOUT,
});

/** The call that brings a volume of a Pod about. */
export const publishVolume = (pod: KubeObject, name: string, csi: NonNullable<Volume['csi']>): ApiCall => {
  const body: PublishRequest = {
    volume_id: `csi-${pod.metadata.uid}-${name}`,
    target_path: volumeRoot(pod, name),
    readonly: csi.readOnly === true,
    volume_context: {
      ...csi.volumeAttributes,
      'csi.storage.k8s.io/ephemeral': 'true',
      'csi.storage.k8s.io/pod.name': nameOf(pod),
      'csi.storage.k8s.io/pod.namespace': pod.metadata.namespace ?? '',
      'csi.storage.k8s.io/pod.uid': pod.metadata.uid ?? '',
      'csi.storage.k8s.io/serviceAccount.name': podSpecOf(pod).serviceAccountName ?? 'default',
    },
  };
  return { method: 'POST', path: PUBLISH, body };
};

/** Why a volume is not mounted, in the kubelet's words; `undefined` when it is. */
export const publishError = (
  driver: string,
  volume: string,
  answer: { readonly status: number; readonly body: unknown } | null,
): string | undefined => {
  if (!answer)
    return `MountVolume.NewMounter initialization failed for volume ${JSON.stringify(volume)} : driver name ${driver} not found in the list of registered CSI drivers`;
  const { code, message } = (answer.body ?? {}) as Partial<RpcError>;
  return code === undefined ? undefined : `rpc error: code = ${code} desc = ${message}`;
};

/** Stands for the answer of a driver that gave none in time. */
export const TOO_LATE: { readonly status: number; readonly body: RpcError } = {
  status: 504,
  body: { code: 'DeadlineExceeded', message: 'context deadline exceeded' },
};

/**
 * Milliseconds until the kubelet calls a driver again: at its next look at the Pod, a minute and up to half a minute
 * more (kubernetes: pkg/kubelet/pod_workers.go, workerResyncIntervalJitterFactor).
 */
export const republishDelay = (entropy: number): number => 60_000 + new Random(entropy).below(30_000);

/**
 * Whether the driver wants to be called again from time to time. In a real cluster that stands in the driver's CSIDriver
 * object as `requiresRepublish`; here the driver, which knows its own flag, says so with each answer.
 */
export const asksAgain = (body: unknown): boolean =>
  (body as { requiresRepublish?: unknown } | null)?.requiresRepublish === true;
