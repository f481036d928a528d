/** `sidecar-lab check [--strict] [--format FORMAT] FILE…`: the findings of the workbench in a terminal. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findingsOf, type LearnerFile, rules } from '../rules/index.ts';
import { FORMATS } from './findings/formats.ts';

const USAGE = `Usage: sidecar-lab check [--strict] [--format human|json|sarif|github] FILE…

Checks Kubernetes manifests (.yaml, .yml), Bank-Vaults configurations and Vault policies (.hcl) together.
A folder stands for all such files in it.

  --strict         warnings fail too
  --format FORMAT  human (default), json, sarif, github

Exit code: 0 nothing wrong, 1 errors (with --strict also warnings), 2 wrong use or a file that cannot be read.`;

const CHECKED = /\.(ya?ml|hcl)$/;

/** The files that an argument stands for. Throws where there is none. */
const named = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => CHECKED.test(name) && !name.split(/[\\/]/).includes('node_modules'))
        .sort()
        .map((name) => join(path, name))
    : [path];

const readAll = (paths: readonly string[]): LearnerFile[] =>
  [...new Set(paths.flatMap(named))].map((name) => ({ name, text: readFileSync(name, 'utf8').replace(/^\uFEFF/, '') }));

const wrongUse = (text: string): number => {
  console.error(`sidecar-lab: ${text}\n\n${USAGE}`);
  return 2;
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * @param args the command line without program and script
 * @returns the exit code
 */
export const main = (args: readonly string[]): number => {
  let parsed: { values: { strict?: boolean; format?: string; help?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { strict: { type: 'boolean' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    return wrongUse(reason(error));
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [command, ...paths] = positionals;
  const name = values.format ?? 'human';
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (command !== 'check') return wrongUse(command === undefined ? 'no command' : `there is no command ${command}`);
  if (format === undefined) return wrongUse(`there is no format ${name}`);
  if (paths.length === 0) return wrongUse('no file to check');
  let files: LearnerFile[];
  try {
    files = readAll(paths);
  } catch (error) {
    console.error(`sidecar-lab: ${reason(error)}`);
    return 2;
  }
  const strange = files.find((f) => !CHECKED.test(f.name));
  if (strange) return wrongUse(`${strange.name} is neither YAML nor HCL`);
  if (files.length === 0) return wrongUse('no YAML and no HCL file there');
  const findings = findingsOf(files);
  const text = format(findings, rules, files.length);
  if (text !== '') console.log(text);
  const failing = findings.some((f) => f.severity === 'error' || (values.strict === true && f.severity === 'warning'));
  return failing ? 1 : 0;
};
