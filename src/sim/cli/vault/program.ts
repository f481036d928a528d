import type { Process, Program, Run } from '../program.ts';
import { Client } from './client.ts';
import type { Call, Command } from './command.ts';
import { agent } from './commands/agent.ts';
import { commands, notModelled } from './commands/index.ts';
import { CommandFailure, PrintedRequest } from './failure.ts';
import { flagsAnywhere, HELP, parseFlags, trailingFlags } from './flags.ts';
import { commandHelp, groupHelp } from './help.ts';
import { formatOf, Output } from './output.ts';
import type { Secret } from './secret.ts';

/** Exit code for a command that there is not. */
const UNKNOWN = 127;

const isGroup = (words: string): boolean => Object.keys(commands).some((name) => name.startsWith(`${words} `));

/** The longest name that the arguments begin with, and what follows it. */
const resolve = (args: readonly string[]): { name: string; rest: readonly string[] } => {
  let name = '';
  let used = 0;
  for (const [i, arg] of args.entries()) {
    const longer = name === '' ? arg : `${name} ${arg}`;
    if (arg.startsWith('-') || !(Object.hasOwn(commands, longer) || isGroup(longer))) break;
    name = longer;
    used = i + 1;
  }
  return { name, rest: args.slice(used) };
};

function* run(process: Process, name: string, command: Command, args: readonly string[]): Run<number> {
  const fail = new Output(process, 'table');
  const anywhere = flagsAnywhere(args);
  try {
    const parsed = parseFlags(command.flags, args);
    if (parsed === HELP) {
      process.out(commandHelp(name, command));
      return 0;
    }
    const { flags, rest } = parsed;
    const format = formatOf(anywhere.format || process.env.VAULT_FORMAT || 'table');
    const out = new Output(process, format);
    const trailing = trailingFlags(rest);
    if (trailing !== null && out.isTable) out.error(trailing);
    const call: Call = { process, flags, args: rest, out, client: new Client(process, flags, anywhere) };
    return yield* command.run(call);
  } catch (error) {
    if (error instanceof PrintedRequest) {
      process.out(`${error.message}\n`);
      return 0;
    }
    if (!(error instanceof CommandFailure)) throw error;
    fail.error(error.message);
    if (error.secret !== undefined) new Output(process, 'table').secret(error.secret as Secret);
    return error.exit;
  }
}

/** HashiCorp Vault's command line. */
export const vault: Program = function* (process) {
  const args = process.argv.slice(1);
  if (args[0] === 'agent' && args[1] !== 'generate-config') return yield* agent(process, args.slice(1));
  const { name, rest } = resolve(args);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return yield* run(process, name, command, rest);
  const asked = rest[0] ?? '';
  if (['-h', '-help', '--help'].includes(asked) || (name === '' && asked === 'help')) {
    process.out(groupHelp(name));
    return 0;
  }
  if (name === '' && ['-v', '-version', '--version'].includes(asked))
    return yield* run(process, 'version', commands.version as Command, []);
  const real = [name, asked].filter((w) => w !== '').join(' ');
  if (notModelled.includes(real)) {
    process.err(`vault ${real}: this is a real command, but it is not modelled here.\n`);
    return 1;
  }
  process.err(groupHelp(name));
  return name === '' || asked !== '' ? UNKNOWN : 1;
};
