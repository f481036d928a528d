/** `vault secrets …` and `vault auth …`. Source: vault: command/secrets_*.go, command/auth_*.go. */
import type { Command } from '../../command.ts';
import { authHelp } from './auth-help.ts';
import { disable, enable, tune } from './enable.ts';
import type { Family } from './family.ts';
import { list } from './list.ts';
import { move } from './move.ts';

const family = (name: Family): Record<string, Command> => ({
  [`${name} list`]: list(name),
  [`${name} enable`]: enable(name),
  [`${name} disable`]: disable(name),
  [`${name} tune`]: tune(name),
  [`${name} move`]: move(name),
});

export const mounts: Readonly<Record<string, Command>> = {
  ...family('secrets'),
  ...family('auth'),
  'auth help': authHelp,
};
