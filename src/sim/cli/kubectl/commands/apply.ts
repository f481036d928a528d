import { goJson, sorted } from '../../../go/json-write.ts';
import { apiVersionOf } from '../../../kubernetes/kinds/kind.ts';
import type { Run } from '../../program.ts';
import { APPLY, STRATEGIC } from '../client.ts';
import { type Call, type Command, DRY_RUN, FIELD_MANAGER, FILENAME, OUTPUT, SELECTOR, VALIDATE } from '../command.ts';
import { throwAll } from '../errors.ts';
import { ApiFailure, failed, withSource } from '../failure.ts';
import { type Info, readManifests } from '../manifest.ts';
import { pathOf, shortType } from '../mapper.ts';
import { isJson, type Json, textAt } from '../objects/json.ts';
import { annotated, LAST_APPLIED } from '../objects/last-applied.ts';
import { threeWayPatch } from '../objects/three-way.ts';
import { dryRunOf, dryRunSuffix, fieldValidation } from '../output/dry-run.ts';
import { structured } from '../output/structured.ts';

const MANAGER = 'kubectl-client-side-apply';
const isNotFound = (error: unknown): boolean => error instanceof ApiFailure && error.status.reason === 'NotFound';

const missingAnnotation = (info: Info): string =>
  `resource ${info.kind.plural}/${info.name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.`;

const originalOf = (current: Json): Json | null => {
  try {
    const read: unknown = JSON.parse(textAt(current, 'metadata', 'annotations', LAST_APPLIED));
    return isJson(read) ? read : null;
  } catch {
    return null;
  }
};

/** Where a patch was meant to go, as kubectl describes it. (cli-runtime: resource.Info.String) */
const placeText = ({ kind, name, namespace }: Info): string =>
  `Resource: "${apiVersionOf(kind).includes('/') ? apiVersionOf(kind) : '/v1'}, Resource=${kind.plural}", GroupVersionKind: "${apiVersionOf(kind).includes('/') ? apiVersionOf(kind) : '/v1'}, Kind=${kind.kind}"\nName: ${JSON.stringify(name)}, Namespace: ${JSON.stringify(namespace)}\nfor:`;

type Applied = { readonly object: Json; readonly done: 'created' | 'configured' | 'unchanged' | 'serverside-applied' };

const parameters = (call: Call, manager: string): string => {
  const dry = dryRunOf(call.flags) === 'server' ? 'dryRun=All&' : '';
  return `?${dry}fieldManager=${encodeURIComponent(call.flags.text('field-manager') || manager)}&fieldValidation=${fieldValidation(call.flags)}`;
};

function* serverSide(call: Call, info: Info): Run<Applied> {
  const force = call.flags.bool('force-conflicts') ? '&force=true' : '';
  const path = pathOf(info.kind, info.namespace, info.name) + parameters(call, 'kubectl') + force;
  const object = (yield* call.client.request('PATCH', path, info.object, APPLY)) as Json;
  return { object, done: 'serverside-applied' };
}

function* patched(call: Call, info: Info, current: Json): Run<Applied> {
  const modified = annotated(info.object);
  if (textAt(current, 'metadata', 'annotations', LAST_APPLIED) === '') call.client.warn(missingAnnotation(info));
  const patch = threeWayPatch(originalOf(current), modified, current, info.kind.kind);
  if (Object.keys(patch).length === 0) return { object: current, done: 'unchanged' };
  if (dryRunOf(call.flags) === 'client') return { object: current, done: 'configured' };
  try {
    const path = pathOf(info.kind, info.namespace, info.name) + parameters(call, MANAGER);
    const object = (yield* call.client.request('PATCH', path, patch, STRATEGIC)) as Json;
    const same = textAt(object, 'metadata', 'resourceVersion') === textAt(current, 'metadata', 'resourceVersion');
    return { object, done: same ? 'unchanged' : 'configured' };
  } catch (error) {
    const source = withSource(error, 'patching', info.source);
    throw withSource(source, `applying patch:\n${goJson(sorted(patch))}\nto:\n${placeText(info)}`, info.source);
  }
}

function* applied(call: Call, info: Info): Run<Applied> {
  if (info.name === '')
    throw failed(
      `error when retrieving current configuration of:\n${placeText(info).replace(/\nfor:$/, '')}\nfrom server for: ${JSON.stringify(info.source)}: resource name may not be empty`,
    );
  if (call.flags.bool('server-side')) return yield* serverSide(call, info);
  let current: Json;
  try {
    current = (yield* call.client.request('GET', pathOf(info.kind, info.namespace, info.name))) as Json;
  } catch (error) {
    if (!isNotFound(error))
      throw withSource(
        error,
        `retrieving current configuration of:\n${placeText(info).replace(/\nfor:$/, '')}\nfrom server for:`,
        info.source,
      );
    const object = annotated(info.object);
    if (dryRunOf(call.flags) === 'client') return { object, done: 'created' };
    try {
      const path = pathOf(info.kind, info.namespace) + parameters(call, MANAGER);
      return { object: (yield* call.client.request('POST', path, object)) as Json, done: 'created' };
    } catch (refused) {
      throw withSource(refused, 'creating', info.source);
    }
  }
  return yield* patched(call, info, current);
}

/** `kubectl apply` */
export const apply: Command = {
  summary: 'Make objects as files say',
  usage: 'apply -f FILE',
  flags: {
    ...FILENAME,
    ...OUTPUT,
    ...SELECTOR,
    ...DRY_RUN,
    ...VALIDATE,
    ...FIELD_MANAGER(''),
    'server-side': { kind: 'bool', help: 'Let the server merge' },
    'force-conflicts': { kind: 'bool', help: 'Take fields from other owners (with --server-side)' },
    force: { kind: 'bool', help: 'Delete and create again where a change is refused' },
    overwrite: { kind: 'bool', otherwise: 'true', help: 'Overwrite what others changed' },
    wait: { kind: 'bool', help: 'Wait for deletions' },
    prune: { kind: 'bool', help: 'Not modelled' },
    all: { kind: 'bool', help: 'With --prune' },
    'grace-period': { kind: 'int', otherwise: '-1', help: 'Seconds a Pod has to end' },
    timeout: { kind: 'duration', otherwise: '0', help: 'Time to wait for a deletion' },
  },
  *run(call) {
    const { flags, process, args } = call;
    if (flags.text('kustomize') !== '') throw failed('-k is real, but it is not modelled here; use -f');
    if (flags.bool('prune')) throw failed('--prune is real, but it is not modelled here; use kubectl delete');
    if (args.length > 0)
      throw failed(`Unexpected args: [${args.join(' ')}]\nSee 'kubectl apply -h' for help and examples`);
    if (flags.list('filename').length === 0) throw failed('must specify one of -f and -k');
    const dryRun = dryRunOf(flags);
    const { infos, errors } = yield* readManifests(process, flags, fieldValidation(flags) !== 'Ignore');
    if (infos.length === 0 && errors.length === 0) throw failed('no objects passed to apply');
    const format = flags.text('output');
    for (const info of infos) {
      try {
        const { object, done } = yield* applied(call, info);
        if (format !== '') process.out(structured(format, object));
        else process.out(`${shortType(info.kind)}/${info.name} ${done}${dryRunSuffix(dryRun)}\n`);
      } catch (error) {
        errors.push(error);
      }
    }
    throwAll(errors);
    return 0;
  },
};
