import type { Run } from '../../program.ts';
import { type Call, type Command, DRY_RUN, FIELD_MANAGER, FILENAME, OUTPUT, VALIDATE } from '../command.ts';
import { throwAll } from '../errors.ts';
import { failed, withSource } from '../failure.ts';
import { readManifests } from '../manifest.ts';
import { pathOf, shortType } from '../mapper.ts';
import { type Json, nameOf } from '../objects/json.ts';
import { annotated } from '../objects/last-applied.ts';
import { dryRunOf, dryRunSuffix, fieldValidation } from '../output/dry-run.ts';
import { structured } from '../output/structured.ts';

function* createFiles(call: Call): Run<void> {
  const { flags, process } = call;
  const dryRun = dryRunOf(flags);
  const { infos, errors } = yield* readManifests(process, flags, fieldValidation(flags) !== 'Ignore');
  if (infos.length === 0 && errors.length === 0) throw failed('no objects passed to create');
  for (const info of infos) {
    const object = flags.bool('save-config') ? annotated(info.object) : info.object;
    try {
      const query = `?${dryRun === 'server' ? 'dryRun=All&' : ''}fieldManager=${flags.text('field-manager')}&fieldValidation=${fieldValidation(flags)}`;
      const made =
        dryRun === 'client'
          ? object
          : ((yield* call.client.request('POST', pathOf(info.kind, info.namespace) + query, object)) as Json);
      const format = flags.text('output');
      if (format !== '') process.out(structured(format, made));
      else process.out(`${shortType(info.kind)}/${nameOf(made)} created${dryRunSuffix(dryRun)}\n`);
    } catch (error) {
      errors.push(withSource(error, 'creating', info.source));
    }
  }
  throwAll(errors);
}

/** `kubectl create -f`; its subcommands have files of their own. */
export const create: Command = {
  summary: 'Create objects from files, or one by its name',
  usage: 'create (-f FILE | TYPE NAME …)',
  flags: {
    ...FILENAME,
    ...OUTPUT,
    ...DRY_RUN,
    ...VALIDATE,
    ...FIELD_MANAGER('kubectl-create'),
    'save-config': { kind: 'bool', help: 'Note what was applied, for a later apply' },
    raw: { kind: 'text', help: 'Not modelled' },
  },
  *run(call) {
    if (call.flags.list('filename').length === 0) {
      if (call.args.length === 0) throw failed('must specify one of -f and -k');
    }
    if (call.args.length > 0)
      throw failed(`Unexpected args: [${call.args.join(' ')}]\nSee 'kubectl create -h' for help and examples`);
    yield* createFiles(call);
    return 0;
  },
};
