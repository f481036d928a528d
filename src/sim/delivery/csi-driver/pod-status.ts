import type { KubeObject } from '../../kubernetes/api/object.ts';
import { type ApiCall, collection } from '../../kubernetes/client/client.ts';
import { GROUP, type MountResponse, NODE_LABEL } from './names.ts';
import type { PodInfo } from './pod-info.ts';

const path = (pod: PodInfo): string => collection(GROUP, 'secretproviderclasspodstatuses', pod.namespace);

/** `<pod>-<namespace>-<class>`. */
export const statusName = (pod: PodInfo): string => `${pod.name}-${pod.namespace}-${pod.className}`;

const statusObject = (pod: PodInfo, target: string, node: string, versions: MountResponse['object_version']) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'SecretProviderClassPodStatus',
  metadata: {
    name: statusName(pod),
    namespace: pod.namespace,
    labels: { [NODE_LABEL]: node },
    ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: pod.name, uid: pod.uid }],
  },
  status: {
    podName: pod.name,
    secretProviderClassName: pod.className,
    mounted: true,
    targetPath: target,
    objects: [...versions]
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
      .map(({ id, version }) => ({ id, version })),
  },
});

/** The call that records what is mounted. Source: secrets-store-csi-driver: pkg/secrets-store/utils.go. */
export const createStatus = (
  pod: PodInfo,
  target: string,
  node: string,
  versions: MountResponse['object_version'],
): ApiCall => ({ method: 'POST', path: path(pod), body: statusObject(pod, target, node, versions) });

/** The call that reads a status that is there already. */
export const readStatus = (pod: PodInfo): ApiCall => ({ method: 'GET', path: `${path(pod)}/${statusName(pod)}` });

/** The call that brings it up to date. */
export const updateStatus = (
  found: KubeObject,
  pod: PodInfo,
  target: string,
  node: string,
  versions: MountResponse['object_version'],
): ApiCall => {
  const next = statusObject(pod, target, node, versions);
  const labels = { ...found.metadata.labels, ...next.metadata.labels };
  return {
    method: 'PUT',
    path: `${path(pod)}/${statusName(pod)}`,
    body: { ...next, metadata: { ...found.metadata, labels, ownerReferences: next.metadata.ownerReferences } },
  };
};
