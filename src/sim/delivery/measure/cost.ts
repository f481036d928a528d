import { quantityOf } from '../../go/quantity.ts';
import { type KubeObject, namespaceOf } from '../../kubernetes/api/object.ts';
import { podSpecOf } from '../../kubernetes/pod/types.ts';
import { objectsOf } from '../../scenario/expect/objects.ts';
import type { Session } from '../../scenario/session.ts';
import { podsIn } from './subject.ts';

/** What containers cost. Memory is what they request, in bytes. */
export interface Containers {
  /** That run as long as the Pod. */
  readonly running: number;
  /** That run once before the others. */
  readonly init: number;
  /** Requested by those that run; init containers give theirs back. */
  readonly memory: number;
}

/** What a way costs besides the application itself. */
export interface Cost {
  /** In each Pod of the workload, its own container left out. */
  readonly perPod: Containers;
  /** In Pods that serve the whole node or cluster. */
  readonly shared: Containers;
  /** Requests that reach Vault in an hour of quiet, for one Pod. */
  readonly requestsPerHour: number;
}

const HOUR = 3_600_000;
/** Hours that are counted, after a first that is not. */
const COUNTED = 6;

const memoryOf = (container: {
  readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
}): number => {
  const { mantissa, scale } = quantityOf(container.resources?.requests?.memory ?? '0');
  return Number(mantissa) * 10 ** scale;
};

const containersOf = (pods: readonly KubeObject[], own: string): Containers => {
  const running = pods.flatMap((pod) => (podSpecOf(pod).containers ?? []).filter(({ name }) => name !== own));
  const init = pods.flatMap((pod) => podSpecOf(pod).initContainers ?? []);
  return {
    running: running.length,
    init: init.length,
    memory: running.reduce((sum, container) => sum + memoryOf(container), 0),
  };
};

/** Namespaces in which the parts of the ways live. */
const SHARED = ['kube-system', 'vault', 'vault-secrets-operator'];

/**
 * Count containers now, and the requests of the hours to come: the session is at their end afterwards.
 * @param hours that are counted
 */
export const costOf = (session: Session, hours: number): Cost => {
  const others = SHARED.flatMap((namespace) => objectsOf(session, { kind: 'pod', namespace, name: '*' }));
  const perPod = containersOf(podsIn(session).slice(0, 1), 'app');
  const shared = containersOf(
    others.filter((pod) => namespaceOf(pod) !== 'app'),
    '',
  );
  const from = session.run.now;
  session.advanceTo(session.now + hours * HOUR);
  const requests = session.run.history.filter(
    (entry) => entry.kind === 'request' && entry.at >= from && entry.toPlace === 'vault' && entry.place !== 'operator',
  ).length;
  return { perPod, shared, requestsPerHour: requests / hours };
};

/** The cost of one Pod, over six hours after a first that is not counted. */
export const costIn = (session: Session): Cost => {
  session.advanceTo(session.now + HOUR);
  return costOf(session, COUNTED);
};
