/** What `kubectl set …` commands share: a workload's containers, changed by a patch. Source: kubectl: pkg/cmd/set/*.go. */
import { sameJson } from '../../../../kubernetes/api/object.ts';
import type { Run } from '../../../program.ts';
import { STRATEGIC } from '../../client.ts';
import { type Call, DRY_RUN, OUTPUT } from '../../command.ts';
import { failed } from '../../failure.ts';
import type { FlagSet } from '../../flags.ts';
import { pathOf, shortType, targetsOf } from '../../mapper.ts';
import { type Json, listAt, nameOf, textAt } from '../../objects/json.ts';
import { dryRunOf, dryRunSuffix } from '../../output/dry-run.ts';
import { structured } from '../../output/structured.ts';

export const SET_FLAGS: FlagSet = { ...OUTPUT, ...DRY_RUN };

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job']);

/** Patches of containers; `init` of those that run before. */
export interface Containers {
  readonly main: readonly Json[];
  readonly init: readonly Json[];
}

/** Sends what `change` makes of each object's containers. @param done what is said then, such as `image updated` */
export function* changeContainers(
  call: Call,
  args: readonly string[],
  done: string,
  change: (containers: Containers, object: string, kind: string, name: string) => Containers,
): Run<number> {
  const { client, flags, process } = call;
  const targets = targetsOf(args);
  if (targets.some(({ name }) => name === null)) throw failed('resource(s) were provided, but no name was specified');
  const dryRun = dryRunOf(flags);
  for (const { kind, name } of targets) {
    const path = pathOf(kind, call.namespace, name ?? '');
    const old = (yield* client.request('GET', path)) as Json;
    const within = kind.kind === 'Pod' ? ['spec'] : ['spec', 'template', 'spec'];
    if (kind.kind !== 'Pod' && !WORKLOADS.has(kind.kind))
      throw failed(`the object is not a pod or does not have a pod template`);
    const { main, init } = change(
      { main: listAt(old, ...within, 'containers'), init: listAt(old, ...within, 'initContainers') },
      `${kind.plural}/${nameOf(old)}`,
      kind.kind,
      nameOf(old),
    );
    if (main.length + init.length === 0) continue;
    const spec = { ...(main.length > 0 && { containers: main }), ...(init.length > 0 && { initContainers: init }) };
    const body = kind.kind === 'Pod' ? { spec } : { spec: { template: { spec } } };
    const query = `?${dryRun === 'server' ? 'dryRun=All&' : ''}fieldManager=kubectl-set`;
    const now = dryRun === 'client' ? old : ((yield* client.request('PATCH', path + query, body, STRATEGIC)) as Json);
    if (flags.text('output') !== '') process.out(structured(flags.text('output'), now));
    else if (dryRun === 'client' || !sameJson(old.spec, now.spec))
      process.out(`${shortType(kind)}/${nameOf(now)} ${done}${dryRunSuffix(dryRun)}\n`);
  }
  return 0;
}

/** Whether a container is meant: `*` is any, and stands within names too. */
export const isMeant = (container: Json, wanted: string): boolean =>
  new RegExp(`^${wanted.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*/g, '.*')}$`).test(textAt(container, 'name'));
