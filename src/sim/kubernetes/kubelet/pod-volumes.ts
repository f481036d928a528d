import type { RequestEffect } from '../../kernel/effects.ts';
import { Random } from '../../kernel/index.ts';
import { requestOf } from '../client/client.ts';
import { entropyOf, wallOf } from '../client/moment.ts';
import { asksAgain, driverRequest, republishDelay, TOO_LATE, UNPUBLISH } from './csi.ts';
import type { PodContext } from './pod-context.ts';
import { DAY, SYNC_PERIOD, TOKEN_RETRY } from './pod-facts.ts';
import { record } from './pod-reporting.ts';
import { type Enqueuer, podSetup } from './pod-setup.ts';
import { watchSource } from './pod-volume-updates.ts';
import { filesOf, type Source } from './volumes.ts';

/** The request behind a piece of a volume: to the API server, or to a CSI driver on this node. */
const callOf = (c: PodContext, source: Source, id: string): RequestEffect | null => {
  if (!source.call) return null;
  return source.kind === 'csi'
    ? driverRequest(id, source.name, c.node, source.call)
    : requestOf(id, c.token, source.call);
};

/** Tell the drivers that their volumes are no longer used. */
export const unmount = podSetup.enqueueActions(({ context: c, enqueue }) => {
  c.sources.forEach((source, i) => {
    if (source.kind !== 'csi' || !source.call) return;
    const call = { ...source.call, path: UNPUBLISH };
    enqueue({ type: 'request', params: driverRequest(`unmount ${i}`, source.name, c.node, call) });
  });
});

/** Ask for everything the volumes are made of. */
export const fetchSources = podSetup.enqueueActions(({ context: c, enqueue }) => {
  enqueue.assign({ answers: {}, mountProblem: '' });
  c.sources.forEach((source, i) => {
    const params = callOf(c, source, `mount ${i}`);
    if (params) enqueue({ type: 'request', params });
  });
});

/** Keep what came, or that nothing came. */
export const keepAnswer = podSetup.assign({
  answers: ({ context: c, event }) => {
    if (event.type === 'http.response' && event.id.startsWith('mount '))
      return { ...c.answers, [event.id.slice(6)]: { status: event.status, body: event.body } };
    if (event.type === 'http.failure' && event.id.startsWith('mount ')) {
      const late = event.reason === 'timeout' && c.sources[Number(event.id.slice(6))]?.kind === 'csi';
      return { ...c.answers, [event.id.slice(6)]: late ? TOO_LATE : null };
    }
    return c.answers;
  },
});

/** Seconds until the kubelet replaces a token: at 80 % of its life or after a day, a little early, at its next look. */
export const refreshDelay = (seconds: number, entropy: number): number => {
  const random = new Random(entropy);
  const due = Math.min(seconds * 0.8, DAY) * 1000 - random.below(10_000);
  return Math.max(1000, Math.round(due) + random.below(SYNC_PERIOD));
};

/** Set the time at which a token is replaced. */
export const due = (enqueue: Enqueuer['enqueue'], index: number, delay: number): void => {
  enqueue.raise({ type: 'token.due', index } as never, { id: `token ${index}`, delay });
};

const versionOf = (body: unknown): string =>
  (body as { metadata?: { resourceVersion?: string } } | null | undefined)?.metadata?.resourceVersion ?? '';

/** Write the volumes' files, or note what is missing. */
export const mount = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  let problem = '';
  c.sources.forEach((source, i) => {
    const files = filesOf(source, c.pod, c.answers[i] ?? null, c.podIP, c.hostIP);
    if (typeof files === 'string') {
      if (problem === '')
        problem = files.startsWith('MountVolume.')
          ? files
          : `MountVolume.SetUp failed for volume ${JSON.stringify(source.volume)} : ${files}`;
      return;
    }
    for (const file of files)
      enqueue({ type: 'write', params: { ...file, mode: source.kind === 'token' ? '0600' : '0644' } });
    if (source.kind === 'csi' && asksAgain(c.answers[i]?.body)) due(enqueue, i, republishDelay(entropyOf(event) + i));
    if (source.kind === 'token') due(enqueue, i, refreshDelay(source.seconds, entropyOf(event) + i));
  });
  const versions = Object.fromEntries(Object.entries(c.answers).map(([i, answer]) => [i, versionOf(answer?.body)]));
  enqueue.assign({ mountProblem: problem, answers: {}, versions, mountTries: c.mountTries + 1 });
  if (problem === '') for (const i of c.sources.keys()) watchSource(c, i, versions[i] ?? '', enqueue);
  if (problem !== '') record(c, { type: 'Warning', reason: 'FailedMount', message: problem }, wallOf(event), enqueue);
});

/** Ask for a new token. */
export const askToken = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  const source = event.type === 'token.due' ? c.sources[event.index] : undefined;
  const params = event.type === 'token.due' && source && callOf(c, source, `token ${event.index}`);
  if (params) enqueue({ type: 'request', params });
});

/** A new token takes the old one's place; when none came the old one stays and the kubelet asks again. */
export const takeToken = podSetup.enqueueActions(({ context: c, event, enqueue }) => {
  if ((event.type !== 'http.response' && event.type !== 'http.failure') || !event.id.startsWith('token ')) return;
  const index = Number(event.id.slice(6));
  const source = c.sources[index];
  if (!source) return;
  if (source.kind === 'csi') {
    // What went wrong, if anything, stays between kubelet and driver: the mount of before is kept.
    due(enqueue, index, republishDelay(entropyOf(event)));
    return;
  }
  const files = filesOf(source, c.pod, event.type === 'http.response' ? event : null, c.podIP, c.hostIP);
  if (typeof files === 'string') {
    // kubelet: pkg/kubelet/token/token_manager.go; the key of its cache, which follows there, says nothing more.
    const text = `"Couldn't update token" err=${JSON.stringify(files.replace(/^failed to fetch token: /, ''))}`;
    enqueue({ type: 'log', params: { level: 'error', logger: 'token_manager', text } });
    due(enqueue, index, TOKEN_RETRY);
    return;
  }
  for (const file of files) enqueue({ type: 'write', params: { ...file, mode: '0600' } });
  due(enqueue, index, refreshDelay(source.seconds, entropyOf(event)));
});
