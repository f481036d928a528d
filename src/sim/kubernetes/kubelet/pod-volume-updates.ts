import { Random } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import { requestOf } from '../client/client.ts';
import { entropyOf } from '../client/moment.ts';
import { ROOT_CA } from '../controllers/root-ca-publisher.ts';
import type { PodContext } from './pod-context.ts';
import { SYNC_PERIOD, TOKEN_RETRY } from './pod-facts.ts';
import { type Enqueuer, podSetup } from './pod-setup.ts';
import { filesOf, type Source } from './volumes.ts';

/** How mounted Secrets and ConfigMaps follow their objects: the kubelet watches them and writes at its next look. */

/** Seconds a watch of one object lasts before it is opened anew. */
const WATCH_SECONDS = 3600;

/** Whether a source can change under a running Pod. The cluster's authority does not. */
const changes = (source: Source): boolean =>
  (source.kind === 'secret' || source.kind === 'configMap') && source.name !== ROOT_CA;

/** Watch the object of a source from a version on. */
export const watchSource = (c: PodContext, index: number, version: string, enqueue: Enqueuer['enqueue']): void => {
  const source = c.sources[index];
  if (!source?.call || !changes(source)) return;
  const collection = source.call.path.slice(0, source.call.path.lastIndexOf('/'));
  const query = `watch=true&allowWatchBookmarks=true&fieldSelector=metadata.name%3D${source.name}&timeoutSeconds=${WATCH_SECONDS}`;
  const path = `${collection}?${query}${version === '' ? '' : `&resourceVersion=${version}`}`;
  const timeout = (WATCH_SECONDS + 30) * 1000;
  enqueue({ type: 'request', params: requestOf(`watch ${index}`, c.token, { method: 'GET', path }, timeout) });
};

/** Note that an object changed; its files are written when the kubelet next looks at the Pod. */
export const noticeChange = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'http.chunk' || !event.id.startsWith('watch ')) return;
  const index = Number(event.id.slice(6));
  const { type, object } = event.body as { type: string; object: KubeObject };
  enqueue.assign({ versions: { ...c.versions, [index]: object.metadata?.resourceVersion ?? '' } });
  if (type !== 'ADDED' && type !== 'MODIFIED') return;
  const delay = new Random(entropyOf(event)).below(SYNC_PERIOD);
  enqueue.raise({ type: 'volume.due', index } as never, { id: `volume ${index}`, delay });
});

/** Ask for the object as it is now. */
export const askUpdate = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  const source = event.type === 'volume.due' ? c.sources[event.index] : undefined;
  if (event.type === 'volume.due' && source?.call)
    enqueue({ type: 'request', params: requestOf(`update ${event.index}`, c.token, source.call) });
});

/** Write the new content; open a watch again that has ended. */
export const takeUpdate = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return;
  const [what = '', number = ''] = event.id.split(' ');
  const index = Number(number);
  const source = c.sources[index];
  if (!source) return;
  if (what === 'watch') {
    if (event.type === 'http.response' && event.status === 200) watchSource(c, index, c.versions[index] ?? '', enqueue);
    else enqueue.raise({ type: 'watch.due', index } as never, { id: `watch ${index}`, delay: TOKEN_RETRY });
  }
  if (what !== 'update' || event.type !== 'http.response') return;
  const files = filesOf(source, c.pod, event, c.podIP, c.hostIP);
  // An object that is gone leaves its last content behind.
  if (typeof files !== 'string')
    for (const file of files) enqueue({ type: 'write', params: { ...file, mode: '0644' } });
});

/** Try again to watch an object. */
export const watchAgain = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type === 'watch.due') watchSource(c, event.index, '', enqueue);
});
