import type { Kind } from '../../../../kubernetes/kinds/kind.ts';
import type { Call } from '../../command.ts';
import { failed } from '../../failure.ts';
import { targetsOf } from '../../mapper.ts';

/** Kinds that have rollouts. */
export const WORKLOADS = ['deployments', 'daemonsets', 'statefulsets'];

/** The one workload that a rollout command is about. @throws KubectlFailure */
export const workloadOf = (call: Call, command: string): { readonly kind: Kind; readonly name: string } => {
  if (call.args.length === 0) throw failed('required resource not specified');
  const [target] = targetsOf(call.args);
  if (!target || target.name === null)
    throw failed('rollout of several objects at once is not modelled here; name one');
  const { kind, name } = target;
  if (!WORKLOADS.includes(kind.plural)) {
    const what =
      command === 'status'
        ? 'no status viewer has been implemented for'
        : command === 'history'
          ? 'no history viewer has been implemented for'
          : 'no rollbacker has been implemented for';
    const doing = { restart: 'restarting', pause: 'pausing', resume: 'resuming' }[command];
    throw failed(
      doing !== undefined
        ? `${kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`} ${JSON.stringify(name)} ${doing} is not supported`
        : `${what} ${kind.kind}`,
    );
  }
  return { kind, name };
};
