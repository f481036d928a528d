import { nameOf, namespaceOf } from '../api/object.ts';
import { collection } from '../client/client.ts';
import { type Container, podSpecOf } from '../pod/types.ts';
import type { PodContext } from './pod-context.ts';

// kubelet: pkg/kubelet/token/token_manager.go, pkg/volume/util/nestedpendingoperations.
export const DAY = 86_400;
/** First pause before volumes are tried again, in milliseconds. */
export const MOUNT_RETRY_FIRST = 500;
/** Longest such pause. */
export const MOUNT_RETRY_MAX = 122_000;
/** How often the kubelet looks at a Pod's volumes. */
export const SYNC_PERIOD = 60_000;
/** Pause before a token is asked for again. */
export const TOKEN_RETRY = 60_000;
/** From a Pod's arrival to its network being ready. */
export const SANDBOX = 300;

/** Init containers of the Pod. */
export const initContainers = (c: PodContext): readonly Container[] => podSpecOf(c.pod).initContainers ?? [];
/** Containers of the Pod. */
export const containers = (c: PodContext): readonly Container[] => podSpecOf(c.pod).containers ?? [];
/** Path of the Pod in the API. */
export const podPath = (c: PodContext): string => `${collection('', 'pods', namespaceOf(c.pod))}/${nameOf(c.pod)}`;
/** Actor of one of its containers. */
export const childId = (c: PodContext, name: string): string => `${c.self}/${name}`;

/** The next init container to start, once those before it are done or, if they stay, have started. */
export const nextInit = (c: PodContext): Container | undefined =>
  initContainers(c).find((i) => {
    if (i.name in c.done) return false;
    const status = c.statuses[i.name];
    return !(i.restartPolicy === 'Always' && status?.started);
  });

/** What its status is made of. */
export const facts = (c: PodContext) => ({
  pod: c.pod,
  podIP: c.podIP,
  hostIP: c.hostIP,
  startedAt: c.startedAt,
  networkReady: c.networkReady,
  initialized: c.initialized,
  statuses: c.statuses,
  evicted: c.evicted,
});
