/** `kubectl rollout status`. Source of texts: kubectl: pkg/polymorphichelpers/rollout_status.go. */
import { clock, type Run, sleep } from '../../../program.ts';
import type { Call, Command } from '../../command.ts';
import { failed } from '../../failure.ts';
import { pathOf } from '../../mapper.ts';
import { at, type Json, listAt, nameOf, textAt } from '../../objects/json.ts';
import { workloadOf } from './workload.ts';

const count = (object: Json, part: 'spec' | 'status' | 'metadata', field: string): number =>
  Number(at(object, part)[field] ?? 0);

interface Report {
  readonly text: string;
  readonly done: boolean;
}

const unobserved = (object: Json): boolean =>
  count(object, 'metadata', 'generation') > count(object, 'status', 'observedGeneration');

const deployment = (object: Json): Report => {
  const name = JSON.stringify(nameOf(object));
  const waits = (why: string): Report => ({
    text: `Waiting for deployment ${name} rollout to finish: ${why}...\n`,
    done: false,
  });
  if (unobserved(object)) return { text: 'Waiting for deployment spec update to be observed...\n', done: false };
  const progressing = listAt(object, 'status', 'conditions').find((c) => c.type === 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded')
    throw failed(`deployment ${name} exceeded its progress deadline`);
  const wanted = Number(at(object, 'spec').replicas ?? 1);
  const updated = count(object, 'status', 'updatedReplicas');
  const all = count(object, 'status', 'replicas');
  const available = count(object, 'status', 'availableReplicas');
  if (updated < wanted) return waits(`${updated} out of ${wanted} new replicas have been updated`);
  if (all > updated) return waits(`${all - updated} old replicas are pending termination`);
  if (available < updated) return waits(`${available} of ${updated} updated replicas are available`);
  return { text: `deployment ${name} successfully rolled out\n`, done: true };
};

const daemonSet = (object: Json): Report => {
  const name = JSON.stringify(nameOf(object));
  const waits = (why: string): Report => ({
    text: `Waiting for daemon set ${name} rollout to finish: ${why}...\n`,
    done: false,
  });
  if (unobserved(object)) return { text: 'Waiting for daemon set spec update to be observed...\n', done: false };
  const wanted = count(object, 'status', 'desiredNumberScheduled');
  const updated = count(object, 'status', 'updatedNumberScheduled');
  const available = count(object, 'status', 'numberAvailable');
  if (updated < wanted) return waits(`${updated} out of ${wanted} new pods have been updated`);
  if (available < wanted) return waits(`${available} of ${wanted} updated pods are available`);
  return { text: `daemon set ${name} successfully rolled out\n`, done: true };
};

const statefulSet = (object: Json): Report => {
  if (unobserved(object)) return { text: 'Waiting for statefulset spec update to be observed...\n', done: false };
  const wanted = Number(at(object, 'spec').replicas ?? 1);
  const ready = count(object, 'status', 'readyReplicas');
  if (ready < wanted) return { text: `Waiting for ${wanted - ready} pods to be ready...\n`, done: false };
  const revision = textAt(object, 'status', 'updateRevision');
  const updated = count(object, 'status', 'updatedReplicas');
  if (revision !== textAt(object, 'status', 'currentRevision'))
    return {
      text: `waiting for statefulset rolling update to complete ${updated} pods at revision ${revision}...\n`,
      done: false,
    };
  return {
    text: `statefulset rolling update complete ${count(object, 'status', 'currentReplicas')} pods at revision ${revision}...\n`,
    done: true,
  };
};

const REPORTS: Readonly<Record<string, (object: Json) => Report>> = {
  deployments: deployment,
  daemonsets: daemonSet,
  statefulsets: statefulSet,
};

function* follow(call: Call): Run<number> {
  const { kind, name } = workloadOf(call, 'status');
  const timeout = call.flags.duration('timeout');
  const started = (yield* clock()).wall;
  let shown = '';
  for (;;) {
    const object = (yield* call.client.request('GET', pathOf(kind, call.namespace, name))) as Json;
    const report = REPORTS[kind.plural]?.(object) ?? { text: '', done: true };
    if (report.text !== shown) call.process.out(report.text);
    shown = report.text;
    if (report.done || !call.flags.bool('watch')) return 0;
    if (timeout > 0 && (yield* clock()).wall - started >= timeout) throw failed('timed out waiting for the condition');
    yield* sleep(1000);
  }
}

export const rolloutStatus: Command = {
  summary: 'Follow a rollout to its end',
  usage: 'rollout status (TYPE NAME | TYPE/NAME)',
  flags: {
    watch: { kind: 'bool', short: 'w', otherwise: 'true', help: 'Wait until the rollout is over' },
    timeout: { kind: 'duration', otherwise: '0s', help: 'Longest wait; 0: for ever' },
  },
  run: follow,
};
