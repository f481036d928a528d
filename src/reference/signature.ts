import { findFunction, functionNames } from '../sim/gotemplate/functions/registry.ts';
import type { GoFunction } from '../sim/gotemplate/values/function.ts';

const worded = (name: string): string => name.replace(/interface \{\}/g, 'any');

const parametersOf = ({ params, variadic }: GoFunction): string =>
  params.map((type, i) => worded(variadic && i === params.length - 1 ? `${type.name}…` : type.name)).join(' ');

/** How a template function is called: its name and the types of its arguments, as Go has them. Undefined: no such function. */
export const signatureOf = (name: string): string | undefined => {
  const found = findFunction(name, []);
  return found && `${name} ${parametersOf(found.function)}`.trim();
};

/** Functions of the Sprig library that templates may call, `sprig_…`, each with how it is called. */
export const sprigSignatures = (): readonly string[] =>
  functionNames().flatMap((name) => (name.startsWith('sprig_') ? [signatureOf(name) ?? name] : []));
