/** `kubectl rollout history` and `undo` of Deployments. Source: kubectl: pkg/polymorphichelpers/{history,rollback}.go. */
import { sameJson } from '../../../../kubernetes/api/object.ts';
import { replicaSets } from '../../../../kubernetes/kinds/replica-sets.ts';
import type { Run } from '../../../program.ts';
import { JSON_PATCH } from '../../client.ts';
import type { Call, Command } from '../../command.ts';
import { podTemplateLines } from '../../describe/pod-template.ts';
import { failed } from '../../failure.ts';
import { pathOf, shortType } from '../../mapper.ts';
import { at, type Json, listAt, textAt } from '../../objects/json.ts';
import { TABLE, tabbed } from '../../output/tab-writer.ts';
import { workloadOf } from './workload.ts';

const REVISION = 'deployment.kubernetes.io/revision';
const CAUSE = 'kubernetes.io/change-cause';
const HASH = 'pod-template-hash';

interface Revision {
  readonly number: number;
  readonly set: Json;
}

/** The ReplicaSets of a Deployment, the oldest revision first. */
function* revisionsOf(call: Call, deployment: Json): Run<Revision[]> {
  const uid = textAt(deployment, 'metadata', 'uid');
  const sets = listAt(yield* call.client.request('GET', pathOf(replicaSets, call.namespace)), 'items');
  return sets
    .filter((set) => listAt(set, 'metadata', 'ownerReferences').some((owner) => owner.uid === uid))
    .map((set) => ({ number: Number(textAt(set, 'metadata', 'annotations', REVISION) || 0), set }))
    .sort((a, b) => a.number - b.number);
}

function* deploymentOf(
  call: Call,
  command: string,
): Run<{ readonly path: string; readonly object: Json; readonly shown: string; readonly name: string }> {
  const { kind, name } = workloadOf(call, command);
  if (kind.plural !== 'deployments')
    throw failed(`rollout ${command} of a ${kind.kind} is real, but it is not modelled here`);
  const path = pathOf(kind, call.namespace, name);
  return { path, object: (yield* call.client.request('GET', path)) as Json, shown: `${shortType(kind)}/${name}`, name };
}

/** A template without the label that tells ReplicaSets apart. */
const bareTemplate = (set: Json): Json => {
  const template = at(set, 'spec', 'template');
  const metadata = at(template, 'metadata');
  const { [HASH]: _, ...labels } = at(metadata, 'labels');
  return { ...template, metadata: { ...metadata, labels } };
};

const numbered = (revisions: readonly Revision[], wanted: number): Revision => {
  const found = revisions.find(({ number }) => number === wanted);
  if (!found) throw failed(`unable to find specified revision ${wanted} in history`);
  return found;
};

export const rolloutHistory: Command = {
  summary: 'List the revisions of a Deployment',
  usage: 'rollout history (TYPE NAME | TYPE/NAME) [--revision=N]',
  flags: { revision: { kind: 'int', otherwise: '0', help: 'Show the template of this revision' } },
  *run(call) {
    const { object, shown } = yield* deploymentOf(call, 'history');
    const revisions = yield* revisionsOf(call, object);
    const wanted = call.flags.int('revision');
    if (wanted > 0) {
      const found = revisions.find(({ number }) => number === wanted);
      if (!found) throw failed('unable to find the specified revision');
      // The cells of this text are not aligned: it is printed with its tabs. (kubectl: pkg/polymorphichelpers/history.go)
      call.process.out(`${shown} with revision #${wanted}\n${podTemplateLines(at(found.set, 'spec', 'template'))}\n`);
      return 0;
    }
    const rows = revisions.map(
      ({ number, set }) => `${number}\t${textAt(set, 'metadata', 'annotations', CAUSE) || '<none>'}\n`,
    );
    call.process.out(`${shown} \n${tabbed(`REVISION\tCHANGE-CAUSE\n${rows.join('')}`, { ...TABLE, padding: 2 })}\n`);
    return 0;
  },
};

export const rolloutUndo: Command = {
  summary: 'Go back to an earlier revision of a Deployment',
  usage: 'rollout undo (TYPE NAME | TYPE/NAME) [--to-revision=N]',
  flags: { 'to-revision': { kind: 'int', otherwise: '0', help: 'Revision to go back to; 0: the one before' } },
  *run(call) {
    const { path, object, shown, name } = yield* deploymentOf(call, 'undo');
    const revisions = yield* revisionsOf(call, object);
    const wanted = call.flags.int('to-revision');
    const before = revisions.at(-2);
    if (wanted === 0 && !before) throw failed(`no rollout history found for deployment ${JSON.stringify(name)}`);
    const { number, set } = wanted === 0 && before ? before : numbered(revisions, wanted);
    const template = bareTemplate(set);
    if (sameJson(template, at(object, 'spec', 'template'))) {
      call.process.out(`${shown} skipped rollback (current template already matches revision ${number})\n`);
      return 0;
    }
    yield* call.client.request('PATCH', path, [{ op: 'replace', path: '/spec/template', value: template }], JSON_PATCH);
    call.process.out(`${shown} rolled back\n`);
    return 0;
  },
};
