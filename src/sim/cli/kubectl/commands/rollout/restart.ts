/** `kubectl rollout restart`: new Pods of the same template. Source: kubectl: pkg/polymorphichelpers/objectrestarter.go. */
import { rfc3339 } from '../../../../kernel/index.ts';
import type { Kind } from '../../../../kubernetes/kinds/kind.ts';
import { clock, type Run } from '../../../program.ts';
import { STRATEGIC } from '../../client.ts';
import { type Call, type Command, SELECTOR } from '../../command.ts';
import { failed } from '../../failure.ts';
import { pathOf, shortType, targetsOf } from '../../mapper.ts';
import { at, type Json, listAt, nameOf, textAt } from '../../objects/json.ts';
import { WORKLOADS, workloadOf } from './workload.ts';

const RESTARTED = 'kubectl.kubernetes.io/restartedAt';

/** The workloads that are meant: one by its name, or all of a kind that a selector leaves. */
function* meant(call: Call): Run<{ readonly kind: Kind; readonly object: Json }[]> {
  const [target] = call.args.length === 0 ? [] : targetsOf(call.args);
  if (target && target.name === null && WORKLOADS.includes(target.kind.plural)) {
    const selector = call.flags.text('selector');
    const query = selector === '' ? '' : `?labelSelector=${encodeURIComponent(selector)}`;
    const list = yield* call.client.request('GET', pathOf(target.kind, call.namespace) + query);
    return listAt(list, 'items').map((object) => ({ kind: target.kind, object }));
  }
  const { kind, name } = workloadOf(call, 'restart');
  return [{ kind, object: (yield* call.client.request('GET', pathOf(kind, call.namespace, name))) as Json }];
}

export const rolloutRestart: Command = {
  summary: 'Replace the Pods of a workload by new ones',
  usage: 'rollout restart (TYPE [NAME] | TYPE/NAME)',
  flags: { ...SELECTOR },
  *run(call) {
    const found = yield* meant(call);
    if (found.length === 0) call.process.err(`No resources found in ${call.namespace} namespace.\n`);
    for (const { kind, object } of found) {
      const name = nameOf(object);
      if (at(object, 'spec').paused === true)
        throw failed(
          `${kind.plural}.${kind.group} ${JSON.stringify(name)} can't restart paused deployment (run rollout resume first)`,
        );
      const now = rfc3339((yield* clock()).wall);
      if (textAt(object, 'spec', 'template', 'metadata', 'annotations', RESTARTED) === now)
        throw failed(
          `failed to patch: if restart has already been triggered within the past second, please wait before attempting to trigger another`,
        );
      const template = { metadata: { annotations: { [RESTARTED]: now } } };
      const path = `${pathOf(kind, call.namespace, name)}?fieldManager=kubectl-rollout`;
      yield* call.client.request('PATCH', path, { spec: { template } }, STRATEGIC);
      call.process.out(`${shortType(kind)}/${name} restarted\n`);
    }
    return 0;
  },
};
