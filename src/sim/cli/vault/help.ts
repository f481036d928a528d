/** Help texts, written anew. */
import type { Command } from './command.ts';
import { commands } from './commands/index.ts';

/** What `vault COMMAND -h` prints. */
export const commandHelp = (name: string, command: Command): string => {
  const flags = Object.entries(command.flags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([flag, kind]) => `  -${flag}${kind === 'bool' ? '' : `=<${kind}>`}\n`);
  const options = flags.length === 0 ? '' : `\nFlags (before the arguments):\n\n${flags.join('')}`;
  return (
    `Usage: vault ${name}${flags.length > 0 ? ' [flags]' : ''} ${command.usage}`.trimEnd() +
    `\n\n  ${command.synopsis}.\n${options}`
  );
};

/** What `vault` and `vault GROUP` print: the commands one word further. */
export const groupHelp = (group: string): string => {
  const start = group === '' ? '' : `${group} `;
  const found = new Map<string, string>();
  for (const [name, { synopsis }] of Object.entries(commands)) {
    if (!name.startsWith(start)) continue;
    const [word = '', ...more] = name.slice(start.length).split(' ');
    if (more.length === 0) found.set(word, synopsis);
    else if (!found.has(word)) found.set(word, `Commands of ${start}${word}`);
  }
  const width = Math.max(...[...found.keys()].map((k) => k.length));
  const lines = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => `  ${k.padEnd(width)}  ${v}\n`);
  return `Usage: vault ${start}<command> [flags] [arguments]\n\nCommands:\n\n${lines.join('')}`;
};
