import { errorText } from '../../scenario/narrate/narrator.ts';
import { http, type Process, type Program, type Run, readText } from '../program.ts';
import { type Change, readConfig } from './config.ts';

const USAGE = 'Usage: bank-vaults configure --once --vault-config-file FILE\n';

/** `bank-vaults configure`: bring Vault to what a file says. What is there already stays. */
export const bankVaults: Program = function* (process) {
  const args = process.argv.slice(1);
  const at = args.findIndex((a) => a === '--vault-config-file' || a.startsWith('--vault-config-file='));
  const file = args[at]?.split('=')[1] ?? args[at + 1];
  if (args[0] !== 'configure' || at < 0 || file === undefined) {
    process.err(USAGE);
    return 1;
  }
  const yaml = yield* readText(file);
  if (yaml === null) {
    process.err(`bank-vaults: open ${file}: no such file or directory\n`);
    return 1;
  }
  const config = readConfig(yaml);
  if ('problem' in config) {
    process.err(`bank-vaults: ${file}:${config.line}:${config.column}: ${config.problem}\n`);
    return 1;
  }
  for (const change of config.changes) if (!(yield* apply(process, change))) return 1;
  return 0;
};

function* apply(process: Process, change: Change): Run<boolean> {
  const address = process.env.VAULT_ADDR ?? 'http://127.0.0.1:8200';
  const headers = { 'x-vault-token': process.env.VAULT_TOKEN ?? '', 'content-type': 'application/json' };
  const answer = yield* http({ to: address, method: change.method, path: change.path, headers, body: change.body });
  if ('failed' in answer) {
    process.err(`bank-vaults: ${change.what}: Vault at ${address} does not answer (${answer.failed})\n`);
    return false;
  }
  const refusal = answer.status >= 400 ? (errorText(answer.body) ?? `status ${answer.status}`) : null;
  if (refusal !== null && change.unless?.test(refusal)) {
    process.out(`unchanged: ${change.what}\n`);
    return true;
  }
  if (refusal !== null) {
    process.err(`bank-vaults: ${change.what} (${change.from.join('.')}): ${refusal}\n`);
    return false;
  }
  process.out(`configured: ${change.what}\n`);
  return true;
}
