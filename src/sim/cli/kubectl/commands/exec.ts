/** `kubectl exec`. Source: kubectl: pkg/cmd/exec/exec.go, pkg/cmd/util/podcmd. */
import { pods } from '../../../kubernetes/kinds/pods.ts';
import type { Command } from '../command.ts';
import { failed, KubectlFailure, misused } from '../failure.ts';
import { pathOf } from '../mapper.ts';
import { listAt, nameOf, textAt } from '../objects/json.ts';
import { defaultContainer } from '../pods/container.ts';
import { podCalled } from '../pods/pod.ts';

/** Milliseconds that a command may take: as long as nobody presses Ctrl-C. */
const NO_END = 86_400_000;

interface Result {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exit?: number;
  readonly refused?: string;
  readonly failed?: string;
}

export const exec: Command = {
  summary: 'Run a command in a container',
  usage: 'exec (POD | TYPE/NAME) [-c CONTAINER] -- COMMAND [ARGS…]',
  flags: {
    container: { kind: 'text', short: 'c', help: 'Name of the container' },
    stdin: { kind: 'bool', short: 'i', help: 'Pass standard input on' },
    tty: { kind: 'bool', short: 't', help: 'Standard input is a terminal' },
    quiet: { kind: 'bool', short: 'q', help: 'Print the output of the command only' },
  },
  *run(call) {
    const { flags, process, beforeDash } = call;
    const [typed] = call.args;
    if (typed === undefined || beforeDash === 0) throw failed('pod, type/name or --filename must be specified');
    if (beforeDash === null && call.args.length > 1)
      throw misused('exec', 'exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead');
    const command = beforeDash === null ? [] : call.args.slice(beforeDash);
    if (command.length === 0) throw failed('you must specify at least one command for the container');
    const pod = yield* podCalled(call, typed);
    const phase = textAt(pod, 'status', 'phase');
    if (phase === 'Succeeded' || phase === 'Failed')
      throw failed(`cannot exec into a container in a completed pod; current phase is ${phase}`);
    const asked = flags.text('container');
    const known = [...listAt(pod, 'spec', 'containers'), ...listAt(pod, 'spec', 'initContainers')].map((c) =>
      textAt(c, 'name'),
    );
    if (asked !== '' && !known.includes(asked)) throw failed(`container ${asked} not found in pod ${nameOf(pod)}`);
    const container = asked || defaultContainer(pod, flags.bool('quiet') ? () => {} : process.err);
    const query = [
      `container=${encodeURIComponent(container)}`,
      ...command.map((word) => `command=${encodeURIComponent(word)}`),
    ].join('&');
    const stdin = flags.bool('stdin') ? process.stdin : '';
    const path = `${pathOf(pods, call.namespace, nameOf(pod), 'exec')}?${query}`;
    const result = (yield* call.client.request('POST', path, stdin, 'text/plain', NO_END)) as Result;
    if (result.refused !== undefined) throw failed(`unable to upgrade connection: ${result.refused}`);
    if (result.failed !== undefined) throw failed(`Internal error occurred: ${result.failed}`);
    process.out(result.stdout ?? '');
    process.err(result.stderr ?? '');
    const exit = result.exit ?? 0;
    if (exit !== 0) throw new KubectlFailure(`command terminated with exit code ${exit}`, exit);
    return 0;
  },
};
