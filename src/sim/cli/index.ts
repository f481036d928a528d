import type { AnyStateMachine } from 'xstate';
import type { World } from '../kernel/world.ts';
import { bankVaults } from './bank-vaults/program.ts';
import { type Completion, completionAt } from './completion/index.ts';
import { containerShellMachine } from './container-shell.ts';
import { kubectl } from './kubectl/program.ts';
import type { NotModelled, Programs } from './shell/shell.ts';
import { shellMachine } from './shell-machine.ts';
import { tools } from './tools/index.ts';
import { vault } from './vault/program.ts';

export type { Completion } from './completion/index.ts';
export { HOME, worldPath } from './home.ts';
export { parseScript } from './shell/parse.ts';
export { ShellError } from './shell/syntax.ts';
export type { ShellContext, Typed } from './shell-machine.ts';

/** Every command the operator's shell finds. */
export const programs: Programs = { ...tools, 'bank-vaults': bankVaults, kubectl, vault };

/** Real commands that are not modelled, with what to do instead. */
export const notModelled: NotModelled = {
  helm: 'The world already has Vault and the injector installed.',
  vim: 'Edit the file in the editor beside this console.',
  vi: 'Edit the file in the editor beside this console.',
  nano: 'Edit the file in the editor beside this console.',
  openssl: 'Use base64 -d to look into a token.',
  docker: 'Images are not built here.',
};

export const machines: Readonly<Record<string, AnyStateMachine>> = {
  'cli/shell': shellMachine(programs, notModelled),
  'cli/container-shell': containerShellMachine,
};

/**
 * What could stand at the cursor of the operator's console.
 * @param world the moment whose names count; it is not changed
 * @returns words that fit and where they begin; `null`: nothing fits
 */
export const complete = (line: string, cursor: number, world: World): Completion | null =>
  completionAt(line, cursor, world, Object.keys(programs));
