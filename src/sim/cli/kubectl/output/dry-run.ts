import { failed } from '../failure.ts';
import type { Flags } from '../flags.ts';

export type DryRun = 'none' | 'client' | 'server';

/** `--dry-run` as given. (kubectl: pkg/cmd/util/helpers.go, GetDryRunStrategy) @throws KubectlFailure */
export const dryRunOf = (flags: Flags): DryRun => {
  const text = flags.text('dry-run');
  if (text === 'none' || text === 'client' || text === 'server') return text;
  if (text === 'unchanged')
    throw failed('--dry-run flag without a value is not supported. A value must be set: none, server, client.');
  throw failed(`Invalid dry-run value (${text}). Must be "none", "server", or "client".`);
};

/** What is put behind "created" and the like. */
export const dryRunSuffix = (dryRun: DryRun): string =>
  dryRun === 'none' ? '' : dryRun === 'client' ? ' (dry run)' : ' (server dry run)';

/** `--validate` as the server's parameter `fieldValidation`. @throws KubectlFailure */
export const fieldValidation = (flags: Flags): 'Strict' | 'Warn' | 'Ignore' => {
  const text = flags.text('validate');
  if (['strict', 'true'].includes(text)) return 'Strict';
  if (text === 'warn') return 'Warn';
  if (['ignore', 'false'].includes(text)) return 'Ignore';
  throw failed(
    `invalid - validate option ${JSON.stringify(text)}; must be one of: strict (or true), warn, ignore (or false)`,
  );
};
