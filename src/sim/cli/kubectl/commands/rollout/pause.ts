/** `kubectl rollout pause` and `resume` of Deployments. Source: kubectl: pkg/polymorphichelpers/{objectpauser,objectresumer}.go. */
import { STRATEGIC } from '../../client.ts';
import type { Command } from '../../command.ts';
import { failed } from '../../failure.ts';
import { pathOf, shortType } from '../../mapper.ts';
import { at } from '../../objects/json.ts';
import { workloadOf } from './workload.ts';

const command = (word: 'pause' | 'resume', done: 'paused' | 'resumed'): Command => ({
  summary: word === 'pause' ? 'Stop a rollout where it is' : 'Let a paused rollout go on',
  usage: `rollout ${word} (TYPE NAME | TYPE/NAME)`,
  flags: {},
  *run(call) {
    const { kind, name } = workloadOf(call, word);
    const path = pathOf(kind, call.namespace, name);
    const resource = `${kind.plural}.${kind.group} ${JSON.stringify(name)}`;
    if (kind.plural !== 'deployments')
      throw failed(`${resource} ${word === 'pause' ? 'pausing' : 'resuming'} is not supported`);
    const paused = at(yield* call.client.request('GET', path), 'spec').paused === true;
    if (word === 'pause' && paused) throw failed(`${resource} is already paused`);
    if (word === 'resume' && !paused) throw failed(`${resource} is not paused`);
    const spec = { paused: word === 'pause' ? true : null };
    yield* call.client.request('PATCH', `${path}?fieldManager=kubectl-rollout`, { spec }, STRATEGIC);
    call.process.out(`${shortType(kind)}/${name} ${done}\n`);
    return 0;
  },
});

export const rolloutPause = command('pause', 'paused');
export const rolloutResume = command('resume', 'resumed');
