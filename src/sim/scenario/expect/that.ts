import type { KubeObject } from '../../kubernetes/api/object.ts';
import { podSummary } from '../../kubernetes/pod/summary.ts';
import type { Session } from '../session.ts';
import { failed, held, type Look, type Observation } from './look.ts';
import { called, clusterVersion, knowsKind, objectsOf, readReference } from './objects.ts';

/** `pod app/web-* is Running 2/2`, `2 pods app/web-* are Running 2/2`. */
const POD_IS = /^(?:(\d+) )?pods?\s+(\S+) (?:is|are) (\S+)(?: (\d+\/\d+))?$/;
/** `pod app/web-* has restarted 2 times`, `has not restarted`. */
const RESTARTED = /^pod\s+(\S+) has (?:(not) restarted|restarted(?: (at least) )? ?(?:(\d+) times?|(once)))$/;
/** `deployment app/web is 1/1`. */
const READY = /^(deployment|statefulset)\s+(\S+) is (\d+)\/(\d+)$/;
/** `secret app/web exists`, `pod app/web-* does not exist`. */
const EXISTS = /^(\S+)\s+(\S+) (exists|does not exist)$/;
const SEAL = /^vault is (sealed|unsealed)$/;

const NOT_A_POD_STATE = `is not a sentence this check knows. Known: \`pod NS/NAME is STATUS READY\`, \`N pods NS/NAME are STATUS\`, \`pod NS/NAME has restarted N times\`, \`deployment NS/NAME is 1/1\`, \`KIND NS/NAME exists\`, \`KIND NS/NAME does not exist\`, \`vault is sealed\``;

/** `Running`, `2/2`. */
const shown = (pod: KubeObject): { readonly status: string; readonly ready: string } => {
  const { status, ready, total } = podSummary(pod);
  return { status, ready: `${ready}/${total}` };
};

const podsAre =
  (count: number | null, name: string, status: string, ready: string | undefined): Look =>
  (session) => {
    const pods = readReference(`pod ${name}`);
    const states = pods ? objectsOf(session, pods).map((pod) => ({ pod, state: shown(pod) })) : [];
    const seen =
      states.map(({ pod, state }) => `${called(pod)} is ${state.status} ${state.ready}`).join(', ') ||
      `there is no Pod ${name}`;
    const right = states.filter(({ state }) => state.status === status && (ready ?? state.ready) === state.ready);
    return (count === null ? right.length > 0 : right.length === count) ? held(seen) : failed(seen);
  };

const restarted =
  (name: string, wanted: number, atLeast: boolean): Look =>
  (session) => {
    const reference = readReference(`pod ${name}`);
    const counts = (reference ? objectsOf(session, reference) : []).map((pod) => {
      const status = (pod.status ?? {}) as Record<string, readonly { restartCount?: number }[] | undefined>;
      const all = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
      return { pod, n: all.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0) };
    });
    const seen = counts.map(({ pod, n }) => `${called(pod)} has restarted ${n} times`).join(', ');
    const right = counts.some(({ n }) => (atLeast ? n >= wanted : n === wanted));
    return right ? held(seen) : failed(seen || `there is no Pod ${name}`);
  };

const readyIs =
  (kind: string, name: string, ready: number, wanted: number): Look =>
  (session) => {
    const reference = readReference(`${kind} ${name}`);
    const object = reference ? objectsOf(session, reference)[0] : undefined;
    if (!object) return failed(`there is no ${kind} ${name}`);
    const now = ((object.status ?? {}) as { readyReplicas?: number }).readyReplicas ?? 0;
    const all = ((object.spec ?? {}) as { replicas?: number }).replicas ?? 1;
    const seen = `${kind} ${called(object)} is ${now}/${all}`;
    return now === ready && all === wanted ? held(seen) : failed(seen);
  };

const exists =
  (kind: string, name: string, wanted: boolean): Look =>
  (session) => {
    const reference = readReference(`${kind} ${name}`);
    const found = reference ? objectsOf(session, reference) : [];
    const seen = found.length > 0 ? `${kind} ${found.map(called).join(', ')} exists` : `there is no ${kind} ${name}`;
    return found.length > 0 === wanted ? held(seen) : failed(seen);
  };

const sealIs =
  (wanted: string): Look =>
  (session) => {
    const now = String(session.run.actor('vault')?.snapshot.value ?? 'not running');
    return now === wanted ? held(`Vault is ${now}`) : failed(`Vault is ${now}`);
  };

const lookFor = (text: string): Look => {
  const is = POD_IS.exec(text);
  if (is) return podsAre(is[1] === undefined ? null : Number(is[1]), is[2] ?? '', is[3] ?? '', is[4]);
  const again = RESTARTED.exec(text);
  if (again) {
    const wanted = again[2] !== undefined ? 0 : again[5] !== undefined ? 1 : Number(again[4]);
    return restarted(again[1] ?? '', wanted, again[3] !== undefined);
  }
  const ready = READY.exec(text);
  if (ready) return readyIs(ready[1] ?? '', ready[2] ?? '', Number(ready[3]), Number(ready[4]));
  const there = EXISTS.exec(text);
  if (there && knowsKind((there[1] ?? '').toLowerCase()))
    return exists(there[1] ?? '', there[2] ?? '', there[3] === 'exists');
  const seal = SEAL.exec(text);
  if (seal) return sealIs(seal[1] ?? '');
  return () => failed(`"${text}" ${NOT_A_POD_STATE}`);
};

/** The state of an object, in words. */
export const that: Observation<string> = {
  look: (text) => lookFor(text.trim().replace(/\s+/g, ' ')),
  version: (session: Session) => `${clusterVersion(session)} ${String(session.run.actor('vault')?.snapshot.value)}`,
};
