/** `kubectl rollout restart`: new Pods of the same template. Source: kubectl: pkg/polymorphichelpers/objectrestarter.go. */
import { rfc3339 } from '../../../../kernel/index.ts';
import { clock } from '../../../program.ts';
import { STRATEGIC } from '../../client.ts';
import type { Command } from '../../command.ts';
import { failed } from '../../failure.ts';
import { pathOf, shortType } from '../../mapper.ts';
import { at, type Json, textAt } from '../../objects/json.ts';
import { workloadOf } from './workload.ts';

const RESTARTED = 'kubectl.kubernetes.io/restartedAt';

export const rolloutRestart: Command = {
  summary: 'Replace the Pods of a workload by new ones',
  usage: 'rollout restart (TYPE NAME | TYPE/NAME)',
  flags: {},
  *run(call) {
    const { kind, name } = workloadOf(call, 'restart');
    const path = pathOf(kind, call.namespace, name);
    const object = (yield* call.client.request('GET', path)) as Json;
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
    yield* call.client.request('PATCH', `${path}?fieldManager=kubectl-rollout`, { spec: { template } }, STRATEGIC);
    call.process.out(`${shortType(kind)}/${name} restarted\n`);
    return 0;
  },
};
