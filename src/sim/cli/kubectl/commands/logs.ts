import { pods } from '../../../kubernetes/kinds/pods.ts';
import { type Run, sleep } from '../../program.ts';
import { type Call, type Command, SELECTOR } from '../command.ts';
import { ApiFailure, failed, misused } from '../failure.ts';
import { pathOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { containersOf, defaultContainer } from '../pods/container.ts';
import { podCalled, podNamed, selected } from '../pods/pod.ts';

/** Milliseconds between two looks of `-f`. */
const LOOK = 1000;
/** While nothing is printed the looks become rarer, at most this far apart: each is an exchange in the world. */
const RAREST_LOOK = 10_000;

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
  return [defaultContainer(pod, call.process.err)];
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

/** What the server is asked for besides the container and the number of lines. (kubectl: ToLogOptions) */
const queryOf = ({ flags }: Call): string => {
  const since = Math.round(flags.duration('since') / 1000);
  return [
    flags.bool('previous') ? '&previous=true' : '',
    flags.bool('timestamps') ? '&timestamps=true' : '',
    since > 0 ? `&sinceSeconds=${since}` : '',
    flags.text('since-time') === '' ? '' : `&sinceTime=${encodeURIComponent(flags.text('since-time'))}`,
    flags.int('limit-bytes') > 0 ? `&limitBytes=${flags.int('limit-bytes')}` : '',
  ].join('');
};

function* read(call: Call, name: string, container: string, tail: number): Run<string> {
  const query = `?container=${encodeURIComponent(container)}${queryOf(call)}${tail >= 0 ? `&tailLines=${tail}` : ''}`;
  const body = yield* call.client.request('GET', pathOf(pods, call.namespace, name, 'log') + query);
  return typeof body === 'string' ? body : '';
}

/** @throws KubectlFailure for flags that do not go together. (kubectl: Validate) */
const validate = ({ flags, args }: Call, tail: number): void => {
  const time = flags.text('since-time');
  if (time !== '' && Number.isNaN(Date.parse(time)))
    throw failed(
      `parsing time ${JSON.stringify(time)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(time)} as "2006"`,
    );
  if (time !== '' && flags.duration('since') !== 0)
    throw failed('at most one of `sinceTime` or `sinceSeconds` may be specified');
  const container = flags.text('container') || (args[1] ?? '');
  if (flags.bool('all-containers') && container !== '')
    throw failed(`--all-containers=true should not be specified with container name ${container}`);
  if (flags.has('container') && args.length === 2)
    throw failed('only one of -c or an inline [CONTAINER] arg is allowed');
  if (flags.int('limit-bytes') < 0) throw failed('--limit-bytes must be greater than 0');
  if (flags.duration('since') < 0) throw failed('--since must be greater than 0');
  if (tail < -1) throw failed('--tail must be greater than or equal to -1');
};

const USAGE =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command";

/** The Pods whose containers are read. */
function* podsOf(call: Call): Run<Json[]> {
  const selector = call.flags.text('selector');
  const [typed = ''] = call.args;
  if (call.args.length > 2 || (typed === '' && selector === '')) throw misused('logs', USAGE);
  if (selector !== '') {
    if (call.args.length === 1) throw misused('logs', 'only a selector (-l) or a POD name is allowed');
    const found = yield* selected(call, selector);
    if (found.length === 0) call.process.err(`No resources found in ${call.namespace} namespace.\n`);
    return found;
  }
  try {
    return [yield* podCalled(call, typed)];
  } catch (error) {
    // This one command tells it in words of its own. (kubectl: pkg/cmd/logs/logs.go)
    if (error instanceof ApiFailure && error.status.reason === 'NotFound')
      throw failed(`error from server (NotFound): ${error.message} in namespace ${JSON.stringify(call.namespace)}`);
    throw error;
  }
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
    now = yield* podNamed(call, name);
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
    since: { kind: 'duration', otherwise: '0s', help: 'Nothing older than this' },
    'since-time': { kind: 'text', help: 'Nothing older than this RFC 3339 time' },
    timestamps: { kind: 'bool', help: 'The time before each line' },
    'limit-bytes': { kind: 'int', otherwise: '0', help: 'Bytes of the log to show' },
    'max-log-requests': { kind: 'int', otherwise: '5', help: 'Logs to follow at once' },
    previous: { kind: 'bool', short: 'p', help: 'What it printed before its last restart' },
  },
  *run(call) {
    const { flags } = call;
    const bySelector = flags.text('selector') !== '';
    const tail = bySelector && !flags.has('tail') ? SELECTOR_TAIL : flags.int('tail');
    const found = yield* podsOf(call);
    validate(call, tail);
    for (const pod of found) for (const container of chosen(call, pod)) yield* show(call, pod, container, tail);
    return 0;
  },
};
