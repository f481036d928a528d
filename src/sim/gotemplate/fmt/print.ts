/** `fmt.Sprint`, `fmt.Sprintln`. Operands are as Go functions receive them: null is nil. */
import type { Meter } from '../exec/meter.ts';
import type { Value } from '../values/value.ts';
import { plainFlags } from './flags.ts';
import { Printer } from './printer.ts';

/** A space goes between operands when neither is a string. */
export const sprint = (meter: Meter, args: readonly (Value | null)[]): string => {
  const printer = new Printer(meter);
  let out = '';
  let afterString = false;
  args.forEach((arg, i) => {
    const isString = arg !== null && arg.type.kind === 'string';
    if (i > 0 && !isString && !afterString) out += ' ';
    out += printer.operand(arg, 'v', plainFlags());
    afterString = isString;
  });
  return out;
};

export const sprintln = (meter: Meter, args: readonly (Value | null)[]): string => {
  const printer = new Printer(meter);
  return `${args.map((arg) => printer.operand(arg, 'v', plainFlags())).join(' ')}\n`;
};

/** `fmt.Sprintf("%v", arg)`. */
export const show = (meter: Meter, arg: Value | null): string => new Printer(meter).operand(arg, 'v', plainFlags());
