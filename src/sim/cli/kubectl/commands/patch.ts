/** `kubectl patch`. Source: kubectl: pkg/cmd/patch/patch.go. */
import { sameJson } from '../../../kubernetes/api/object.ts';
import { readKubernetesYaml } from '../../../yaml/kubernetes-yaml.ts';
import { type Run, readText } from '../../program.ts';
import { JSON_PATCH, MERGE, STRATEGIC } from '../client.ts';
import { type Call, type Command, DRY_RUN, OUTPUT } from '../command.ts';
import { failed } from '../failure.ts';
import { pathOf, shortType, targetsOf } from '../mapper.ts';
import { type Json, nameOf } from '../objects/json.ts';
import { dryRunOf, dryRunSuffix } from '../output/dry-run.ts';
import { structured } from '../output/structured.ts';

const TYPES: Readonly<Record<string, string>> = { strategic: STRATEGIC, merge: MERGE, json: JSON_PATCH };

function* patchText(call: Call): Run<string> {
  const inline = call.flags.text('patch');
  const file = call.flags.text('patch-file');
  if (inline !== '' && file !== '') throw failed('cannot specify --patch and --patch-file together');
  if (inline === '' && file === '')
    throw failed('must specify --patch or --patch-file containing the contents of the patch');
  if (file === '') return inline;
  const text = file === '-' ? call.process.stdin : yield* readText(file);
  if (text === null) throw failed(`unable to read patch file: open ${file}: no such file or directory`);
  return text;
}

const parsed = (text: string): unknown => {
  const read = readKubernetesYaml(text);
  if ('error' in read) throw failed(`unable to parse ${JSON.stringify(text)}: ${read.error}`);
  return read.value;
};

export const patch: Command = {
  summary: 'Change fields of an object',
  usage: 'patch (TYPE NAME | TYPE/NAME) -p PATCH [--type strategic|merge|json]',
  flags: {
    ...OUTPUT,
    ...DRY_RUN,
    patch: { kind: 'text', short: 'p', help: 'The patch, as JSON or YAML' },
    'patch-file': { kind: 'text', help: 'File with the patch' },
    type: { kind: 'text', otherwise: 'strategic', help: 'strategic, merge or json' },
    subresource: { kind: 'text', help: 'Subresource to patch, such as status' },
  },
  *run(call) {
    const { flags, process, client } = call;
    const type = flags.text('type').toLowerCase();
    const media = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
    if (media === undefined) throw failed(`--type must be one of [json merge strategic], not ${JSON.stringify(type)}`);
    const body = parsed(yield* patchText(call));
    const targets = call.args.length === 0 ? [] : targetsOf(call.args);
    if (targets.length === 0 || targets.some((t) => t.name === null))
      throw failed('resource(s) were provided, but no name was specified');
    const dryRun = dryRunOf(flags);
    for (const { kind, name } of targets) {
      const path = pathOf(kind, call.namespace, name ?? '', flags.text('subresource'));
      const old = (yield* client.request('GET', path)) as Json;
      const query = `?${dryRun === 'server' ? 'dryRun=All&' : ''}fieldManager=kubectl-patch`;
      const now = dryRun === 'client' ? old : ((yield* client.request('PATCH', path + query, body, media)) as Json);
      if (flags.text('output') !== '') process.out(structured(flags.text('output'), now));
      else {
        const changed = dryRun === 'client' || !sameJson(old, now);
        process.out(
          `${shortType(kind)}/${nameOf(now)} patched${changed ? '' : ' (no change)'}${dryRunSuffix(dryRun)}\n`,
        );
      }
    }
    return 0;
  },
};
