import type { Kind } from '../../../kubernetes/kinds/kind.ts';
import { type Run, sleep } from '../../program.ts';
import { type Call, type Command, DRY_RUN, FILENAME, OUTPUT, SELECTOR } from '../command.ts';
import { throwAll } from '../errors.ts';
import { ApiFailure, failed, KubectlFailure } from '../failure.ts';
import { readManifests } from '../manifest.ts';
import { kindsCalled, pathOf, shortType, targetsOf } from '../mapper.ts';
import { type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { dryRunOf, dryRunSuffix } from '../output/dry-run.ts';

interface Doomed {
  readonly kind: Kind;
  readonly name: string;
  readonly namespace: string;
}

const FORCED =
  'Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.';
/** Milliseconds between two looks whether an object is gone. */
const LOOK = 500;

const isNotFound = (error: unknown): boolean => error instanceof ApiFailure && error.status.reason === 'NotFound';

function* chosen(call: Call): Run<{ readonly doomed: Doomed[]; readonly errors: unknown[] }> {
  const { flags, args } = call;
  if (flags.list('filename').length > 0) {
    const { infos, errors } = yield* readManifests(call.process, flags, false);
    return { doomed: infos, errors };
  }
  const selector = flags.text('selector');
  const all = flags.bool('all');
  if (selector === '' && !all && flags.text('field-selector') === '') {
    const targets = targetsOf(args);
    if (targets.some((t) => t.name === null)) throw failed('resource(s) were provided, but no name was specified');
    return {
      doomed: targets.map((t) => ({ kind: t.kind, name: t.name ?? '', namespace: call.namespace })),
      errors: [],
    };
  }
  // A selector beside a name would delete what the name does not mean. (cli-runtime: pkg/resource/builder.go)
  if (args.some((a) => a.includes('/')))
    throw failed('selectors and the all flag cannot be used when passing resource/name arguments');
  if (args.length > 1) throw failed('name cannot be provided when a selector is specified');
  const doomed: Doomed[] = [];
  for (const kind of kindsCalled(args[0] ?? '')) {
    const query = [
      ['labelSelector', selector],
      ['fieldSelector', flags.text('field-selector')],
    ].flatMap(([k, v]) => (v ? [`${k}=${encodeURIComponent(v)}`] : []));
    const path = pathOf(kind, flags.bool('all-namespaces') ? '' : call.namespace);
    const list = yield* call.client.request('GET', query.length > 0 ? `${path}?${query.join('&')}` : path);
    doomed.push(...listAt(list, 'items').map((o) => ({ kind, name: nameOf(o), namespace: namespaceOf(o) })));
  }
  return { doomed, errors: [] };
}

/** Look until the object is gone, or another has its name. */
function* gone(call: Call, { kind, name, namespace }: Doomed, uid: string): Run<void> {
  const limit = call.flags.duration('timeout');
  for (let waited = 0; ; waited += LOOK) {
    try {
      const now = yield* call.client.request('GET', pathOf(kind, namespace, name));
      if (textAt(now, 'metadata', 'uid') !== uid) return;
    } catch (error) {
      if (isNotFound(error)) return;
      throw error;
    }
    if (limit > 0 && waited >= limit) throw failed(`timed out waiting for the condition on ${kind.plural}/${name}`);
    yield* sleep(LOOK);
  }
}

const where = ({ namespace, kind }: Doomed): string => (kind.namespaced ? ` from ${namespace} namespace` : '');

/** `kubectl delete` */
export const remove: Command = {
  summary: 'Delete objects',
  usage: 'delete (TYPE NAME… | TYPE/NAME… | TYPE -l SELECTOR | TYPE --all | -f FILE)',
  flags: {
    ...FILENAME,
    ...OUTPUT,
    ...SELECTOR,
    ...DRY_RUN,
    'field-selector': { kind: 'text', help: 'Field selector' },
    all: { kind: 'bool', help: 'All objects of the kind in the namespace' },
    'all-namespaces': { kind: 'bool', short: 'A', help: 'With -l or --all: in all namespaces' },
    'grace-period': { kind: 'int', otherwise: '-1', help: 'Seconds a Pod has to end' },
    force: { kind: 'bool', help: 'With --grace-period=0: do not wait for the kubelet' },
    now: { kind: 'bool', help: 'A second to end' },
    'ignore-not-found': { kind: 'bool', help: 'Say nothing of objects that do not exist' },
    wait: { kind: 'bool', otherwise: 'true', help: 'Wait until the objects are gone' },
    timeout: { kind: 'duration', otherwise: '0', help: 'How long to wait' },
    cascade: { kind: 'text', alone: 'background', otherwise: 'background', help: 'background, foreground or orphan' },
  },
  *run(call) {
    const { flags, process, args } = call;
    if (args.length === 0 && flags.list('filename').length === 0)
      throw failed(
        "you must provide one or more resources by argument or filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'",
      );
    const dryRun = dryRunOf(flags);
    let grace = flags.bool('now') ? 1 : flags.int('grace-period');
    const force = flags.bool('force');
    if (force && grace < 0) grace = 0;
    if (grace === 0 && !force) grace = 1;
    if (force && grace > 0) throw failed('--force and --grace-period greater than 0 cannot be specified together');
    if (force) call.client.warn(FORCED);
    const { doomed, errors } = yield* chosen(call);
    const policy = { background: 'Background', foreground: 'Foreground', orphan: 'Orphan' }[flags.text('cascade')];
    const waiting: (Doomed & { uid: string })[] = [];
    let deleted = 0;
    for (const one of doomed) {
      const body: Json = { propagationPolicy: policy ?? 'Background' };
      if (grace >= 0) body.gracePeriodSeconds = grace;
      if (dryRun === 'server') body.dryRun = ['All'];
      try {
        const path = pathOf(one.kind, one.namespace, one.name);
        const verb = dryRun === 'client' ? 'GET' : 'DELETE';
        const answer = yield* call.client.request(verb, path, verb === 'GET' ? undefined : body);
        deleted++;
        if (flags.text('output') === 'name') process.out(`${shortType(one.kind)}/${one.name}\n`);
        else
          process.out(
            `${shortType(one.kind)} ${JSON.stringify(one.name)} ${force ? 'force deleted' : 'deleted'}${where(one)}${dryRunSuffix(dryRun)}\n`,
          );
        const uid = textAt(answer, 'metadata', 'uid') || textAt(answer, 'details', 'uid');
        if (dryRun === 'none') waiting.push({ ...one, uid });
      } catch (error) {
        if (error instanceof KubectlFailure) throw error;
        if (!(isNotFound(error) && flags.bool('ignore-not-found'))) errors.push(error);
      }
    }
    if (flags.bool('wait') && !force) for (const one of waiting) yield* gone(call, one, one.uid);
    if (deleted === 0 && errors.length === 0 && !flags.bool('ignore-not-found')) process.out('No resources found\n');
    throwAll(errors);
    return 0;
  },
};
