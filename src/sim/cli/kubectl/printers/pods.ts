import { at, type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

/** The columns of a Pod in `kubectl get pods`. */
export interface PodColumns {
  /** `1/2` */
  readonly ready: string;
  readonly status: string;
  /** `3 (2m ago)` */
  readonly restarts: string;
  readonly age: string;
}

const sidecars = (pod: Json): Set<string> =>
  new Set(
    listAt(pod, 'spec', 'initContainers')
      .filter((c) => c.restartPolicy === 'Always')
      .map((c) => textAt(c, 'name')),
  );

const exitText = (terminated: Json): string => {
  if (textAt(terminated, 'reason') !== '') return textAt(terminated, 'reason');
  const signal = Number(terminated.signal ?? 0);
  return signal !== 0 ? `Signal:${signal}` : `ExitCode:${Number(terminated.exitCode ?? 0)}`;
};

const condition = (pod: Json, type: string): boolean =>
  listAt(pod, 'status', 'conditions').some((c) => c.type === type && c.status === 'True');

class Tally {
  restarts = 0;
  last = 0;
}

const count = (tally: Tally, status: Json): void => {
  tally.restarts += Number(status.restartCount ?? 0);
  const finished = Date.parse(textAt(status, 'lastState', 'terminated', 'finishedAt'));
  if (!Number.isNaN(finished)) tally.last = Math.max(tally.last, finished);
};

/** What keeps the init containers from being done, `null` when nothing does. */
const initReason = (pod: Json, tally: Tally, readySidecar: () => void): string | null => {
  const total = listAt(pod, 'spec', 'initContainers').length;
  const restartable = sidecars(pod);
  const always = new Tally();
  let found: string | null = null;
  for (const [i, status] of listAt(pod, 'status', 'initContainerStatuses').entries()) {
    count(tally, status);
    const sidecar = restartable.has(textAt(status, 'name'));
    if (sidecar) count(always, status);
    const { terminated, waiting } = at(status, 'state');
    if (terminated !== undefined && at(terminated).exitCode === 0) continue;
    if (sidecar && status.started === true) {
      if (status.ready === true) readySidecar();
      continue;
    }
    if (terminated !== undefined) found = `Init:${exitText(at(terminated))}`;
    else if (textAt(waiting, 'reason') !== '' && textAt(waiting, 'reason') !== 'PodInitializing')
      found = `Init:${textAt(waiting, 'reason')}`;
    else found = `Init:${i}/${total}`;
    return found;
  }
  // Init containers that are done no longer count, sidecars do.
  tally.restarts = always.restarts;
  tally.last = always.last;
  return found;
};

/**
 * READY, STATUS, RESTARTS and AGE of a Pod as kubectl shows them (kubernetes: printPod).
 * @param pod the object as the API server sends it
 * @param now Unix milliseconds
 */
export const podColumns = (pod: Json, now: number): PodColumns => {
  const total = listAt(pod, 'spec', 'containers').length + sidecars(pod).size;
  const phase = textAt(pod, 'status', 'phase');
  let reason = textAt(pod, 'status', 'reason') || phase;
  if (listAt(pod, 'status', 'conditions').some((c) => c.type === 'PodScheduled' && c.reason === 'SchedulingGated'))
    reason = 'SchedulingGated';
  const tally = new Tally();
  let ready = 0;
  const waitsFor = initReason(pod, tally, () => {
    ready++;
  });
  if (waitsFor !== null) reason = waitsFor;
  if (waitsFor === null || condition(pod, 'Initialized')) {
    let running = false;
    for (const status of listAt(pod, 'status', 'containerStatuses').toReversed()) {
      count(tally, status);
      const { waiting, terminated } = at(status, 'state');
      const waits = textAt(waiting, 'reason');
      if (waits !== '') reason = waits;
      else if (terminated !== undefined) reason = exitText(at(terminated));
      else if (status.ready === true && at(status, 'state').running !== undefined) {
        running = true;
        ready++;
      }
    }
    if (reason === 'Completed' && running) reason = condition(pod, 'Ready') ? 'Running' : 'NotReady';
  }
  if (textAt(pod, 'metadata', 'deletionTimestamp') !== '') {
    if (textAt(pod, 'status', 'reason') === 'NodeLost') reason = 'Unknown';
    else if (phase !== 'Succeeded' && phase !== 'Failed') reason = 'Terminating';
  }
  const ago = tally.restarts > 0 && tally.last > 0 ? ` (${since(new Date(tally.last).toISOString(), now)} ago)` : '';
  return {
    ready: `${ready}/${total}`,
    status: reason,
    restarts: `${tally.restarts}${ago}`,
    age: since(textAt(pod, 'metadata', 'creationTimestamp'), now),
  };
};

const readinessGates = (pod: Json): string => {
  const gates = listAt(pod, 'spec', 'readinessGates');
  if (gates.length === 0) return '<none>';
  return `${gates.filter((g) => condition(pod, textAt(g, 'conditionType'))).length}/${gates.length}`;
};

export const pods: Printer = {
  columns: ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
  wide: ['IP', 'NODE', 'NOMINATED NODE', 'READINESS GATES'],
  row: (pod, now) => {
    const { ready, status, restarts, age } = podColumns(pod, now);
    return [
      nameOf(pod),
      ready,
      status,
      restarts,
      age,
      textAt(pod, 'status', 'podIP') || '<none>',
      textAt(pod, 'spec', 'nodeName') || '<none>',
      textAt(pod, 'status', 'nominatedNodeName') || '<none>',
      readinessGates(pod),
    ];
  },
};
