/** `kubectl replace`. Source: kubectl: pkg/cmd/replace/replace.go. */
import { type Command, DRY_RUN, FIELD_MANAGER, FILENAME, OUTPUT, VALIDATE } from '../command.ts';
import { throwAll } from '../errors.ts';
import { failed, withSource } from '../failure.ts';
import { readManifests } from '../manifest.ts';
import { pathOf, shortType } from '../mapper.ts';
import { at, type Json } from '../objects/json.ts';
import { dryRunOf, dryRunSuffix, fieldValidation } from '../output/dry-run.ts';
import { structured } from '../output/structured.ts';

export const replace: Command = {
  summary: 'Put objects of files in the place of those that are there',
  usage: 'replace -f FILE',
  flags: {
    ...FILENAME,
    ...OUTPUT,
    ...DRY_RUN,
    ...VALIDATE,
    ...FIELD_MANAGER('kubectl-replace'),
    force: { kind: 'bool', help: 'Not modelled' },
  },
  *run(call) {
    const { flags, process, client } = call;
    if (flags.list('filename').length === 0) throw failed('must specify one of -f and -k');
    if (flags.bool('force')) throw failed('--force is real, but it is not modelled here; delete, then create');
    const dryRun = dryRunOf(flags);
    const { infos, errors } = yield* readManifests(process, flags, fieldValidation(flags) !== 'Ignore');
    if (infos.length === 0 && errors.length === 0) throw failed('no objects passed to replace');
    for (const info of infos) {
      const path = pathOf(info.kind, info.namespace, info.name);
      const query = `?${dryRun === 'server' ? 'dryRun=All&' : ''}fieldManager=${flags.text('field-manager')}&fieldValidation=${fieldValidation(flags)}`;
      try {
        // An object without a version replaces whatever is there. (cli-runtime: pkg/resource/helper.go, Replace)
        const old = yield* client.request('GET', path);
        const given = at(info.object, 'metadata');
        const version = given.resourceVersion ?? at(old, 'metadata').resourceVersion;
        const object: Json = { ...info.object, metadata: { ...given, resourceVersion: version } };
        const now = dryRun === 'client' ? object : ((yield* client.request('PUT', path + query, object)) as Json);
        const format = flags.text('output');
        if (format !== '') process.out(structured(format, now));
        else process.out(`${shortType(info.kind)}/${info.name} replaced${dryRunSuffix(dryRun)}\n`);
      } catch (error) {
        errors.push(withSource(error, 'replacing', info.source));
      }
    }
    throwAll(errors);
    return 0;
  },
};
