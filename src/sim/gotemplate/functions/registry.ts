import { GoError } from '../exec/errors.ts';
import type { GoFunction } from '../values/function.ts';
import { builtins } from './builtin/index.ts';
import { consulFunctions } from './consul/index.ts';
import { define, type Functions } from './define.ts';
import { sprigFunctions } from './sprig/index.ts';

const added: Functions = { ...consulFunctions, ...sprigFunctions };

/** What stands for a function on a template's deny list (`function_denylist`; the Agent's own list is empty). */
const denied = define('...string', 'string', () => {
  throw new GoError('function is disabled');
});

export interface Found {
  builtin: boolean;
  function: GoFunction;
}

/** A function by name; one that is added hides a builtin of the same name. */
export const findFunction = (name: string, denylist: readonly string[]): Found | undefined => {
  if (Object.hasOwn(added, name)) return { builtin: false, function: denylist.includes(name) ? denied : added[name]! };
  return Object.hasOwn(builtins, name) ? { builtin: true, function: builtins[name]! } : undefined;
};

/** Every name a template may call, sorted, for completion and for hints on misspelt names. */
export const functionNames = (): string[] => [...new Set([...Object.keys(builtins), ...Object.keys(added)])].sort();
