import { pods } from '../../../kubernetes/kinds/pods.ts';
import { type Run, sleep } from '../../program.ts';
import { type Call, type Command, SELECTOR } from '../command.ts';
import { ApiFailure, failed } from '../failure.ts';
import { pathOf, targetsOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf, textAt } from '../objects/json.ts';

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

/** `key=value,…` of a workload's Pods; `null` for what has none. */
const selectorOf = (workload: Json): string | null => {
  const labels = Object.entries(at(workload, 'spec', 'selector', 'matchLabels'));
  return labels.length === 0 ? null : labels.map(([key, value]) => `${key}=${value}`).join(',');
};

function* selected(call: Call, selector: string): Run<Json[]> {
  const path = `${pathOf(pods, call.namespace)}?labelSelector=${encodeURIComponent(selector)}`;
  return listAt(yield* call.client.request('GET', path), 'items');
}

/** Of a workload's Pods the one that kubectl takes: running before others, then the oldest. (kubectl: GetFirstPod) */
const firstOf = (found: readonly Json[]): Json | undefined =>
  found.toSorted((a, b) => {
    const running = (pod: Json) => (textAt(pod, 'status', 'phase') === 'Running' ? 0 : 1);
    const born = (pod: Json) => textAt(pod, 'metadata', 'creationTimestamp');
    return running(a) - running(b) || (born(a) < born(b) ? -1 : 1);
  })[0];

/** The Pods whose containers are read. */
function* podsOf(call: Call): Run<Json[]> {
  const selector = call.flags.text('selector');
  const [typed = ''] = call.args;
  if (selector !== '') {
    if (typed !== '') throw failed('only a selector (-l) or a POD name is allowed');
    return yield* selected(call, selector);
  }
  if (typed === '')
    throw failed(
      "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command",
    );
  const [target] = typed.includes('/') ? targetsOf([typed]) : [{ kind: pods, name: typed }];
  if (!target || target.kind === pods) return [yield* podOf(call, target?.name ?? '')];
  const workload = (yield* call.client.request('GET', pathOf(target.kind, call.namespace, target.name ?? ''))) as Json;
  const labels = selectorOf(workload);
  if (labels === null) throw failed(`cannot get the logs from ${target.kind.kind}: selector is not set`);
  const found = yield* selected(call, labels);
  const first = firstOf(found);
  if (!first) throw failed(`timed out waiting for the condition`);
  if (found.length > 1) call.process.err(`Found ${found.length} pods, using pod/${nameOf(first)}\n`);
  return [first];
}

/** One container's log, and what it prints from then on if that is wanted. */
function* show(call: Call, pod: Json, container: string, tail: number): Run<void> {
  const { flags, process } = call;
  const name = nameOf(pod);
  const line = flags.bool('prefix') ? `[pod/${name}/${container}] ` : '';
  const print = (text: string): void => process.out(line === '' ? text : text.replace(/^(?=.)/gm, line));
  let shown = yield* read(call, name, container, -1);
  print(tail < 0 ? shown : yield* read(call, name, container, tail));
  for (let now = pod, wait = LOOK; flags.bool('follow') && !over(now, container); ) {
    yield* sleep(wait);
    const text = yield* read(call, name, container, -1);
    print(text.startsWith(shown) ? text.slice(shown.length) : text);
    wait = text === shown ? Math.min(2 * wait, RAREST_LOOK) : LOOK;
    shown = text;
    now = yield* podOf(call, name);
  }
}

/** Lines of each Pod that a selector shows unless another number is asked for. (kubectl: selectorTail) */
const SELECTOR_TAIL = 10;

/** `kubectl logs`. Source: kubectl: pkg/cmd/logs/logs.go. */
export const logs: Command = {
  summary: 'Show what a container printed',
  usage: 'logs (POD | TYPE/NAME | -l LABEL) [-c CONTAINER]',
  flags: {
    ...SELECTOR,
    container: { kind: 'text', short: 'c', help: 'Name of the container' },
    follow: { kind: 'bool', short: 'f', help: 'Go on as it prints' },
    tail: { kind: 'int', otherwise: '-1', help: 'Last lines only' },
    'all-containers': { kind: 'bool', help: 'Every container of the Pod' },
    prefix: { kind: 'bool', help: 'Pod and container before each line' },
    previous: { kind: 'bool', short: 'p', help: 'Not modelled' },
  },
  *run(call) {
    const { flags } = call;
    if (flags.bool('previous')) throw failed('--previous is real, but it is not modelled here');
    const bySelector = flags.text('selector') !== '';
    const tail = bySelector && !flags.has('tail') ? SELECTOR_TAIL : flags.int('tail');
    for (const pod of yield* podsOf(call))
      for (const container of chosen(call, pod)) yield* show(call, pod, container, tail);
    return 0;
  },
};
