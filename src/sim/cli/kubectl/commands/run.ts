/** `kubectl run`: one Pod. Source: kubectl: pkg/cmd/run/run.go, pkg/generate/versioned/run.go. */
import { pods } from '../../../kubernetes/kinds/pods.ts';
import { type Run, sleep } from '../../program.ts';
import { type Call, type Command, DRY_RUN, OUTPUT } from '../command.ts';
import { failed, KubectlFailure, misused } from '../failure.ts';
import { pathOf } from '../mapper.ts';
import { at, type Json, listAt, textAt } from '../objects/json.ts';
import { dryRunOf, dryRunSuffix } from '../output/dry-run.ts';
import { structured } from '../output/structured.ts';
import { podNamed } from '../pods/pod.ts';

/** Milliseconds between two looks at a Pod to which one is attached. */
const LOOK = 1000;
const POLICIES = ['Always', 'OnFailure', 'Never'];

const pairs = (list: readonly string[], what: string): [string, string][] =>
  list.map((pair) => {
    const cut = pair.indexOf('=');
    if (cut <= 0) throw failed(`invalid ${what}: ${pair}`);
    return [pair.slice(0, cut), pair.slice(cut + 1)];
  });

const podOf = (call: Call, name: string): Json => {
  const { flags } = call;
  const words = call.args.slice(1);
  const port = flags.text('port');
  const env = pairs(flags.list('env'), 'env').map(([key, value]) => ({ name: key, value }));
  const given = flags.text('labels');
  const container = {
    ...(words.length > 0 && (flags.bool('command') ? { command: words } : { args: words })),
    ...(env.length > 0 && { env }),
    image: flags.text('image'),
    ...(flags.has('image-pull-policy') && { imagePullPolicy: flags.text('image-pull-policy') }),
    name,
    ...(port !== '' && { ports: [{ containerPort: Number(port) }] }),
    resources: {},
    ...(flags.bool('stdin') && { stdin: true, stdinOnce: true }),
    ...(flags.bool('tty') && { tty: true }),
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      labels: given === '' ? { run: name } : Object.fromEntries(pairs(given.split(','), 'label')),
      name,
      namespace: call.namespace,
    },
    spec: { containers: [container], dnsPolicy: 'ClusterFirst', restartPolicy: flags.text('restart') },
    status: {},
  };
};

/** Shows what the Pod prints until it is over. @returns its exit code */
function* attached(call: Call, name: string): Run<number> {
  const limit = call.flags.duration('pod-running-timeout');
  const path = `${pathOf(pods, call.namespace, name, 'log')}?container=${encodeURIComponent(name)}`;
  let shown = 0;
  for (let waited = 0; ; waited += LOOK) {
    const pod = yield* podNamed(call, name);
    const status = listAt(pod, 'status', 'containerStatuses')[0];
    const began = at(status, 'state').waiting === undefined && status !== undefined;
    if (began) {
      const text = yield* call.client.request('GET', path);
      call.process.out(typeof text === 'string' ? text.slice(shown) : '');
      shown = typeof text === 'string' ? text.length : shown;
    } else if (waited >= limit) throw failed('timed out waiting for the condition');
    if (['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase')))
      return Number(textAt(status, 'state', 'terminated', 'exitCode')) || 0;
    yield* sleep(LOOK);
  }
}

export const run: Command = {
  summary: 'Run an image in a Pod',
  usage: 'run NAME --image=IMAGE [--restart=Never] [-- [COMMAND] ARGS…]',
  flags: {
    ...OUTPUT,
    ...DRY_RUN,
    image: { kind: 'text', help: 'Image of the container' },
    'image-pull-policy': { kind: 'text', help: 'Always, IfNotPresent or Never' },
    restart: { kind: 'text', otherwise: 'Always', help: 'Always, OnFailure or Never' },
    env: { kind: 'list', help: 'NAME=VALUE; may be repeated' },
    labels: { kind: 'text', short: 'l', help: 'Labels, instead of run=NAME' },
    port: { kind: 'text', help: 'Port of the container' },
    command: { kind: 'bool', help: 'What is behind -- is the command, not its arguments' },
    stdin: { kind: 'bool', short: 'i', help: 'Keep standard input open, and show what is printed' },
    tty: { kind: 'bool', short: 't', help: 'Standard input is a terminal' },
    attach: { kind: 'bool', help: 'Show what is printed' },
    rm: { kind: 'bool', help: 'Delete the Pod in the end' },
    quiet: { kind: 'bool', short: 'q', help: 'Show only what is printed' },
    'pod-running-timeout': { kind: 'duration', otherwise: '1m', help: 'How long to wait for the start' },
  },
  *run(call) {
    const { flags, process, client } = call;
    const [name] = call.args;
    if (name === undefined || call.beforeDash === 0) throw misused('run', 'NAME is required for run');
    if (flags.text('image') === '') throw failed('required flag(s) "image" not set');
    if (!POLICIES.includes(flags.text('restart'))) throw failed(`invalid restart policy: ${flags.text('restart')}`);
    const attach = flags.bool('attach') || flags.bool('stdin');
    if (flags.bool('tty') && !flags.bool('stdin'))
      throw failed('-i/--stdin is required for containers with -t/--tty=true');
    const dryRun = dryRunOf(flags);
    if (flags.bool('rm') && !attach) throw failed('--rm should only be used for attached containers');
    if (attach && dryRun !== 'none')
      throw failed("--dry-run=client can't be used with attached containers options (--attach, --stdin, or --tty)");
    const object = podOf(call, name);
    const query = `?${dryRun === 'server' ? 'dryRun=All&' : ''}fieldManager=kubectl-run`;
    const path = pathOf(pods, call.namespace);
    const made = dryRun === 'client' ? object : ((yield* client.request('POST', path + query, object)) as Json);
    if (!attach) {
      const format = flags.text('output');
      process.out(format === '' ? `pod/${name} created${dryRunSuffix(dryRun)}\n` : structured(format, made));
      return 0;
    }
    const exit = yield* attached(call, name);
    if (flags.bool('rm')) {
      yield* client.request('DELETE', pathOf(pods, call.namespace, name), {});
      if (!flags.bool('quiet')) process.out(`pod ${JSON.stringify(name)} deleted from ${call.namespace} namespace\n`);
    }
    if (exit !== 0) throw new KubectlFailure(`pod ${call.namespace}/${name} terminated (Error)`, exit);
    return 0;
  },
};
