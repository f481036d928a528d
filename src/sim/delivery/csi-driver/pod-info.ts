import type { PublishRequest } from '../../kubernetes/kubelet/csi.ts';

/** What the kubelet says of the Pod that a volume is for. */
export interface PodInfo {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  /** Name of the SecretProviderClass, `''` when the volume names none. */
  readonly className: string;
}

/** Source: secrets-store-csi-driver: pkg/secrets-store/nodeserver.go. */
export const podInfoOf = ({ volume_context: context }: PublishRequest): PodInfo => ({
  name: context['csi.storage.k8s.io/pod.name'] ?? '',
  namespace: context['csi.storage.k8s.io/pod.namespace'] ?? '',
  uid: context['csi.storage.k8s.io/pod.uid'] ?? '',
  className: context.secretProviderClass ?? '',
});
