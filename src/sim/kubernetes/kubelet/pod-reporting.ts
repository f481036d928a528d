import { sameJson } from '../api/object.ts';
import { MERGE_PATCH, requestOf } from '../client/client.ts';
import { type Note, tell } from '../client/events.ts';
import { wallOf } from '../client/moment.ts';
import type { PodContext } from './pod-context.ts';
import { facts, podPath } from './pod-facts.ts';
import { type Enqueuer, podSetup } from './pod-setup.ts';
import { podStatus } from './pod-status.ts';

/** Send the status as it is now, unless it was sent already or one is on its way. */
export const sendStatus = (c: PodContext, wall: number, enqueue: Enqueuer['enqueue']): void => {
  const status = podStatus(facts(c), wall);
  if (c.sending || sameJson(status, c.sent)) return;
  enqueue.assign({ sent: status, sending: true });
  const call = { method: 'PATCH', path: `${podPath(c)}/status`, contentType: MERGE_PATCH, body: { status } } as const;
  enqueue({ type: 'request', params: requestOf('status', c.token, call) });
};

/** Report the status. */
export const publish = podSetup.enqueueActions(({ context, event, enqueue }) =>
  sendStatus(context, wallOf(event), enqueue),
);

/** Record an event about the Pod. */
export const record = (c: PodContext, note: Note, wall: number, enqueue: Enqueuer['enqueue']): void => {
  const { call, told } = tell(
    c.told,
    { kind: 'Pod', apiVersion: 'v1', object: c.pod },
    note,
    { component: 'kubelet', host: c.node },
    wall,
  );
  enqueue.assign({ told, next: c.next + 1 });
  enqueue({ type: 'request', params: requestOf(`event ${c.next}`, c.token, call) });
};
