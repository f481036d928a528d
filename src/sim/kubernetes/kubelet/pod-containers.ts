import type { KubeObject } from '../api/object.ts';
import { requestOf } from '../client/client.ts';
import { wallOf } from '../client/moment.ts';
import type { Container } from '../pod/types.ts';
import type { PodContext } from './pod-context.ts';
import { childId, containers, initContainers, nextInit, podPath } from './pod-facts.ts';
import { record, sendStatus } from './pod-reporting.ts';
import { type Enqueuer, podSetup } from './pod-setup.ts';
import { mountsOf } from './volumes.ts';

/** Start one container. */
export const start = (c: PodContext, container: Container, init: boolean, enqueue: Enqueuer['enqueue']): void => {
  const input = {
    parent: c.self,
    token: c.token,
    pod: c.pod,
    podIP: c.podIP,
    hostIP: c.hostIP,
    node: c.node,
    container,
    init,
    mounts: mountsOf(c.pod, container),
    cached: c.images.includes(container.image ?? ''),
  };
  enqueue({ type: 'spawn', params: { id: childId(c, container.name), kind: 'kubernetes/container', input } });
};

/** Start the next init container. */
export const startInit = podSetup.enqueueActions(({ context: c, enqueue }) => {
  const next = nextInit(c);
  if (!next) return;
  start(c, next, true, enqueue);
  enqueue.assign({ running: [...c.running, next.name] });
});

/** Start all containers of the Pod together. */
export const startContainers = podSetup.enqueueActions(({ context: c, enqueue }) => {
  for (const container of containers(c)) start(c, container, false, enqueue);
  enqueue.assign({ running: [...c.running, ...containers(c).map((x) => x.name)], initialized: true });
});

/** SIGTERM to everything that runs. */
export const stopContainers = podSetup.enqueueActions(({ context: c, enqueue }) => {
  for (const name of c.running)
    enqueue({
      type: 'send',
      params: { to: childId(c, name), event: { type: 'container.stop', grace: c.grace } as { type: string } },
    });
});

/** The Pod must leave its node at once. (kubernetes: pkg/kubelet/eviction/eviction_manager.go, evictPod) */
export const evict = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'pod.evict') return;
  enqueue.assign({ evicted: event.message, grace: 0 });
  record(c, { type: 'Warning', reason: 'Evicted', message: event.message }, wallOf(event), enqueue);
});

/** Sidecars outlive the containers they serve by nothing. */
export const stopSidecars = podSetup.enqueueActions(({ context: c, enqueue }) => {
  const sidecars = initContainers(c).filter((i) => i.restartPolicy === 'Always' && c.running.includes(i.name));
  for (const { name } of sidecars)
    enqueue({
      type: 'send',
      params: { to: childId(c, name), event: { type: 'container.stop', grace: c.grace } as { type: string } },
    });
});

/** Take what a container reports. */
export const hear = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type === 'container.status') {
    const next = { ...c, statuses: { ...c.statuses, [event.name]: event.status } };
    enqueue.assign({ statuses: next.statuses });
    sendStatus(next, wallOf(event), enqueue);
  } else if (event.type === 'container.note') record(c, event.note, wallOf(event), enqueue);
  else if (event.type === 'container.pulled') {
    enqueue.assign({ images: [...c.images, event.image] });
    enqueue({
      type: 'send',
      params: { to: c.kubelet, event: { type: 'image.pulled', image: event.image } as { type: string } },
    });
  } else if (event.type === 'container.started') {
    const { namespace, name } = c.pod.metadata;
    const told = { type: 'log.begins', pod: `${namespace}/${name}`, container: event.name } as { type: string };
    enqueue({ type: 'send', params: { to: c.kubelet, event: told } });
  } else if (event.type === 'pod.signal') {
    if (!c.running.includes(event.container)) return;
    const signal = { type: 'container.signal', signal: event.signal } as { type: string };
    enqueue({ type: 'send', params: { to: childId(c, event.container), event: signal } });
  } else if (event.type === 'actor.done') {
    const { name, exitCode } = event.output as { name: string; exitCode: number };
    enqueue.assign({ done: { ...c.done, [name]: exitCode }, running: c.running.filter((r) => r !== name) });
  }
});

/** Take the answer to a status, and send the next one if it changed. */
export const answered = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return;
  if (event.id !== 'status') return;
  const ok = event.type === 'http.response' && event.status === 200;
  const next = { ...c, sending: false, ...(ok ? { pod: event.body as KubeObject } : { sent: {} }) };
  enqueue.assign({ sending: false, ...(ok ? { pod: next.pod } : { sent: {} }) });
  if (ok) sendStatus(next, wallOf(event), enqueue);
  else if (event.type === 'http.failure')
    enqueue.raise({ type: 'status.retry' } as never, { id: 'status', delay: 5_000 });
});

/** Tell the API server that the Pod is gone from the node. */
export const remove = podSetup.enqueueActions(({ context: c, enqueue }) => {
  const path = `${podPath(c)}?gracePeriodSeconds=0`;
  const body = {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    gracePeriodSeconds: 0,
    preconditions: { uid: c.pod.metadata.uid },
  };
  enqueue({ type: 'request', params: requestOf('delete', c.token, { method: 'DELETE', path, body }) });
});
