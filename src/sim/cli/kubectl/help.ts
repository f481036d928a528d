import { type Command, GLOBAL } from './command.ts';
import type { FlagSet } from './flags.ts';
import { tabbed } from './output/tab-writer.ts';

const HELP_STYLE = { minWidth: 0, padding: 3 };

const flagLines = (set: FlagSet): string =>
  tabbed(
    Object.entries(set)
      .map(([name, f]) => `  ${f.short ? `-${f.short}, ` : '    '}--${name}\t${f.help}\n`)
      .join(''),
    HELP_STYLE,
  );

/** Help of one command. */
export const commandHelp = (name: string, command: Command): string =>
  `${command.summary}.\n\nUsage:\n  kubectl ${command.usage || name}\n\nFlags:\n${flagLines(command.flags)}\nFlags of every command:\n${flagLines(GLOBAL)}`;

/** What there is below some words. */
export const groupHelp = (words: string, commands: Readonly<Record<string, Command>>): string => {
  const prefix = words === '' ? '' : `${words} `;
  const lines = Object.entries(commands)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, c]) => `  ${name}\t${c.summary}\n`);
  return `kubectl${words === '' ? '' : ` ${words}`} controls the cluster.\n\nCommands:\n${tabbed(lines.join(''), HELP_STYLE)}\nUse "kubectl COMMAND --help" for the flags of a command.\n`;
};
