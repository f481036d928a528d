import { pods } from '../../../kubernetes/kinds/pods.ts';
import { type Run, sleep } from '../../program.ts';
import type { Call, Command } from '../command.ts';
import { ApiFailure, failed } from '../failure.ts';
import { pathOf, targetsOf } from '../mapper.ts';
import { at, type Json, listAt, textAt } from '../objects/json.ts';

/** Milliseconds between two looks of `-f`. */
const LOOK = 1000;
/** While nothing is printed the looks become rarer, at most this far apart: a command is run again with each. */
const RAREST_LOOK = 60_000;
const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

const containersOf = (pod: Json): { readonly main: string[]; readonly init: string[] } => ({
  main: listAt(pod, 'spec', 'containers').map((c) => textAt(c, 'name')),
  init: listAt(pod, 'spec', 'initContainers').map((c) => textAt(c, 'name')),
});

/** The containers to read. (kubectl: pkg/polymorphichelpers/logsforobject.go) */
const chosen = (call: Call, pod: Json): string[] => {
  const { main, init } = containersOf(pod);
  const asked = call.flags.text('container') || (call.args[1] ?? '');
  if (call.flags.bool('all-containers')) return [...init, ...main];
  if (asked !== '') {
    if (![...init, ...main].includes(asked))
      throw failed(`container ${asked} is not valid for pod ${textAt(pod, 'metadata', 'name')}`);
    return [asked];
  }
  const named = textAt(pod, 'metadata', 'annotations', DEFAULT_CONTAINER);
  if (named !== '' && main.includes(named)) return [named];
  const [first = ''] = main;
  if (main.length + init.length > 1)
    call.process.err(
      `Defaulted container ${JSON.stringify(first)} out of: ${[...main, ...init.map((n) => `${n} (init)`)].join(', ')}\n`,
    );
  return [first];
};

const over = (pod: Json, container: string): boolean => {
  const all = [...listAt(pod, 'status', 'initContainerStatuses'), ...listAt(pod, 'status', 'containerStatuses')];
  return (
    at(
      all.find((s) => s.name === container),
      'state',
    ).terminated !== undefined
  );
};

function* read(call: Call, name: string, container: string, tail: number): Run<string> {
  const query = `?container=${encodeURIComponent(container)}${tail >= 0 ? `&tailLines=${tail}` : ''}`;
  const body = yield* call.client.request('GET', pathOf(pods, call.namespace, name, 'log') + query);
  return typeof body === 'string' ? body : '';
}

function* podOf(call: Call, name: string): Run<Json> {
  try {
    return (yield* call.client.request('GET', pathOf(pods, call.namespace, name))) as Json;
  } catch (error) {
    if (error instanceof ApiFailure && error.status.reason === 'NotFound')
      throw failed(`error from server (NotFound): ${error.message} in namespace ${JSON.stringify(call.namespace)}`);
    throw error;
  }
}

/** `kubectl logs`. Source: kubectl: pkg/cmd/logs/logs.go. */
export const logs: Command = {
  summary: 'Show what a container printed',
  usage: 'logs POD [-c CONTAINER]',
  flags: {
    container: { kind: 'text', short: 'c', help: 'Name of the container' },
    follow: { kind: 'bool', short: 'f', help: 'Go on as it prints' },
    tail: { kind: 'int', otherwise: '-1', help: 'Last lines only' },
    'all-containers': { kind: 'bool', help: 'Every container of the Pod' },
    prefix: { kind: 'bool', help: 'Pod and container before each line' },
    previous: { kind: 'bool', short: 'p', help: 'Not modelled' },
  },
  *run(call) {
    const { flags, process, args } = call;
    if (flags.bool('previous')) throw failed('--previous is real, but it is not modelled here');
    const [typed = ''] = args;
    if (typed === '')
      throw failed(
        "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command",
      );
    const [target] = typed.includes('/') ? targetsOf([typed]) : [{ kind: pods, name: typed }];
    if (target?.kind !== pods) throw failed('logs of a workload are real, but they are not modelled here; name a Pod');
    const name = target.name ?? '';
    const pod = yield* podOf(call, name);
    for (const container of chosen(call, pod)) {
      const line = flags.bool('prefix') ? `[pod/${name}/${container}] ` : '';
      const show = (text: string): void => process.out(line === '' ? text : text.replace(/^(?=.)/gm, line));
      let shown = yield* read(call, name, container, -1);
      show(flags.int('tail') < 0 ? shown : yield* read(call, name, container, flags.int('tail')));
      for (let now = pod, wait = LOOK; flags.bool('follow') && !over(now, container); ) {
        yield* sleep(wait);
        const text = yield* read(call, name, container, -1);
        show(text.startsWith(shown) ? text.slice(shown.length) : text);
        wait = text === shown ? Math.min(2 * wait, RAREST_LOOK) : LOOK;
        shown = text;
        now = yield* podOf(call, name);
      }
    }
    return 0;
  },
};
