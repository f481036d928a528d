import type { AnyStateMachine } from 'xstate';
import type { KubeObject } from '../../kubernetes/api/object.ts';
import type { KubernetesContext } from '../../kubernetes/index.ts';
import { podSummary } from '../../kubernetes/pod/summary.ts';
import { objectsOf } from '../../scenario/expect/objects.ts';
import { Session } from '../../scenario/session.ts';
import type { WorldDefinition } from '../../scenario/world.ts';

/** A way of delivery to be measured: a world, and how the workload is deployed in it. */
export interface Subject {
  /** With the workload's manifest among its files. */
  readonly world: WorldDefinition;
  /** File of the workload: a Deployment `web` in the namespace `app`, whose container `app` uses the secret. */
  readonly manifest: string;
  /** A text that stands in the secret and nowhere else. */
  readonly plaintext: string;
  /** The same of the next version, and the command that writes it. */
  readonly replacement: string;
  readonly replace: string;
}

/** What cannot be measured: the workload does not start. */
export class NotReady extends Error {
  constructor(seen: string) {
    super(`the workload does not start: ${seen}`);
    this.name = 'NotReady';
  }
}

/** Milliseconds in which the workload must be there. */
const PATIENCE = 300_000;
const SECOND = 1_000;

/** The workload's Pods, those that are going left out. */
export const podsIn = (session: Session): KubeObject[] =>
  objectsOf(session, { kind: 'pod', namespace: 'app', name: 'web-*' }).filter(
    (pod) => pod.metadata.deletionTimestamp === undefined,
  );

/** `Running`, `ContainerCreating`, `Init:0/1`: of each Pod. */
export const statesIn = (session: Session): string[] => podsIn(session).map((pod) => podSummary(pod).status);

const allReady = (session: Session, count: number): boolean => {
  const states = podsIn(session).map(podSummary);
  return states.length === count && states.every(({ status, ready, total }) => status === 'Running' && ready === total);
};

/**
 * Let time pass, second by second, until something is so.
 * @returns milliseconds that it took; null when it did not come within the limit
 */
export const until = (session: Session, holds: () => boolean, limit: number): number | null => {
  const from = session.now;
  for (;;) {
    if (holds()) return Math.round(session.now - from);
    if (session.now - from >= limit) return null;
    session.advanceTo(session.now + SECOND);
  }
};

/** Wait until so many Pods are ready. @returns milliseconds, or null */
export const untilReady = (session: Session, count: number, limit = PATIENCE): number | null =>
  until(session, () => allReady(session, count), limit);

/**
 * A session with the workload up.
 * @throws NotReady
 */
export const deployed = (
  machines: Readonly<Record<string, AnyStateMachine>>,
  { world, manifest }: Subject,
): { readonly session: Session; readonly startedAfter: number } => {
  const session = new Session(machines, world);
  session.type(`kubectl apply -f ${manifest}`);
  const startedAfter = untilReady(session, 1);
  if (startedAfter === null) throw new NotReady(statesIn(session).join(', ') || 'there is no Pod');
  return { session, startedAfter };
};

/** Deploy again with another number of Pods. */
export const scale = (session: Session, { manifest }: Subject, replicas: number): void => {
  const file = session.files()[manifest] ?? '';
  session.save(manifest, file.replace(/replicas: \d+/, `replicas: ${replicas}`));
  session.type(`kubectl apply -f ${manifest}`);
};

/** The API server's store. */
export const storeIn = (session: Session): KubernetesContext['api']['store'] | null =>
  (session.run.actor('kubernetes')?.snapshot.context as KubernetesContext | undefined)?.api.store ?? null;
