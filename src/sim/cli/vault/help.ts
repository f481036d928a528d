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

/** What the commands of a group are about. */
const GROUPS: Readonly<Record<string, string>> = {
  audit: 'Manage audit devices',
  auth: 'Manage auth methods',
  kv: 'Work with versioned and plain key-value secrets',
  'kv metadata': 'Work with the metadata of keys',
  lease: 'Look up, renew and revoke leases',
  operator: 'Run a server: keys, seal, root tokens',
  plugin: 'See the plugins of a server',
  policy: 'Manage policies',
  print: 'Print values that commands use',
  secrets: 'Manage secrets engines',
  token: 'Manage tokens',
};

/** What `vault` and `vault GROUP` print: the commands one word further. */
export const groupHelp = (group: string): string => {
  const start = group === '' ? '' : `${group} `;
  const found = new Map<string, string>(group === '' ? [['agent', 'Run an Agent with a configuration']] : []);
  for (const [name, { synopsis }] of Object.entries(commands)) {
    if (!name.startsWith(start)) continue;
    const [word = '', ...more] = name.slice(start.length).split(' ');
    if (more.length === 0) found.set(word, synopsis);
    else if (!found.has(word)) found.set(word, GROUPS[start + word] ?? `Commands of ${start}${word}`);
  }
  const width = Math.max(...[...found.keys()].map((k) => k.length));
  const lines = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => `  ${k.padEnd(width)}  ${v}\n`);
  return `Usage: vault ${start}<command> [flags] [arguments]\n\nCommands:\n\n${lines.join('')}`;
};
