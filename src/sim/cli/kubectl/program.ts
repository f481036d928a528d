import type { Process, Program, Run } from '../program.ts';
import { Client } from './client.ts';
import { type Command, GLOBAL } from './command.ts';
import { commands, notModelled } from './commands/index.ts';
import { told } from './errors.ts';
import { KubectlFailure } from './failure.ts';
import { HelpWanted, parseFlags } from './flags.ts';
import { commandHelp, groupHelp } from './help.ts';
import { contextNamespace } from './kubeconfig.ts';

/** Namespace where neither the command line nor the context names one. */
const NAMESPACE = 'default';

const isGroup = (words: string): boolean => Object.keys(commands).some((name) => name.startsWith(`${words} `));

/** Where a command's words stand among flags that come before it (`kubectl -n team get pods`). */
const resolve = (args: readonly string[]): { readonly name: string; readonly rest: readonly string[] } => {
  let name = '';
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') return { name, rest: [...rest, ...args.slice(i)] };
    if (arg.startsWith('-')) {
      rest.push(arg);
      const bare = arg.replace(/^--?/, '');
      const flag = GLOBAL[bare] ?? Object.values(GLOBAL).find((f) => arg === `-${f.short}`);
      if (flag && flag.kind !== 'bool' && i + 1 < args.length) rest.push(args[++i] ?? '');
      // Flags of the command itself may take values too: nothing behind them is part of the name.
      if (!flag && name !== '' && !arg.includes('=')) return { name, rest: [...rest, ...args.slice(i + 1)] };
      continue;
    }
    const longer = name === '' ? arg : `${name} ${arg}`;
    if (!Object.hasOwn(commands, longer) && !isGroup(longer)) return { name, rest: [...rest, ...args.slice(i)] };
    name = longer;
  }
  return { name, rest };
};

function* run(process: Process, name: string, command: Command, given: readonly string[]): Run<number> {
  try {
    const { flags, args, beforeDash } = parseFlags({ ...GLOBAL, ...command.flags }, given);
    const client = new Client(process, flags);
    const namespace = flags.text('namespace') || (yield* contextNamespace()) || NAMESPACE;
    return yield* command.run({ process, client, flags, args, beforeDash, namespace });
  } catch (error) {
    if (error instanceof HelpWanted) {
      process.out(commandHelp(name, command));
      return 0;
    }
    const failure = told(error);
    if (!failure) throw error;
    if (failure.text !== '') process.err(`${failure.text}\n`);
    if (
      error instanceof KubectlFailure &&
      /unknown (?:shorthand )?flag|needs an argument|invalid argument/.test(error.message)
    )
      process.err(`See 'kubectl ${name} --help' for usage.\n`);
    return failure.exit;
  }
}

/** Kubernetes' command line, version 1.34. */
export const kubectl: Program = function* (process) {
  const { name, rest } = resolve(process.argv.slice(1));
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return yield* run(process, name, command, rest);
  const asked = rest.find((a) => !a.startsWith('-'));
  if (asked === undefined || (name === '' && asked === 'help')) {
    const help = groupHelp(name, commands);
    const wanted = name === '' || rest.some((a) => a === '--help' || a === '-h');
    if (wanted) process.out(help);
    else process.err(help);
    return wanted ? 0 : 1;
  }
  if (name === '' && notModelled.includes(asked)) {
    process.err(`error: kubectl ${asked} is a real command, but it is not modelled here\n`);
    return 1;
  }
  // Groups tell it in another way than the root. (kubectl: pkg/cmd/util/helpers.go, DefaultSubCommandRun)
  const words = rest.filter((a) => !a.startsWith('-')).join(' ');
  process.err(
    name === ''
      ? `error: unknown command ${JSON.stringify(asked)} for "kubectl"\n`
      : `error: unknown command ${JSON.stringify(words)}\nSee 'kubectl ${name} -h' for help and examples\n`,
  );
  return 1;
};
