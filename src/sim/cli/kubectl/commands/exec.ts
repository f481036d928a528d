import { pods } from '../../../kubernetes/kinds/pods.ts';
import type { Command } from '../command.ts';
import { failed } from '../failure.ts';
import { pathOf } from '../mapper.ts';

/** `kubectl exec`: the Pod is looked up as kubectl does; the server here has no way into its containers. */
export const exec: Command = {
  summary: 'Run a command in a container',
  usage: 'exec POD [-c CONTAINER] -- COMMAND',
  flags: {
    container: { kind: 'text', short: 'c', help: 'Name of the container' },
    stdin: { kind: 'bool', short: 'i', help: 'Pass standard input on' },
    tty: { kind: 'bool', short: 't', help: 'Standard input is a terminal' },
  },
  *run(call) {
    const [typed, ...command] = call.args;
    if (typed === undefined) throw failed('pod, type/name or --filename must be specified');
    if (command.length === 0) throw failed('you must specify at least one command for the container');
    yield* call.client.request('GET', pathOf(pods, call.namespace, typed.replace(/^pods?\//, '')));
    throw failed('kubectl exec is a real command, but running programs in containers is not modelled here');
  },
};
