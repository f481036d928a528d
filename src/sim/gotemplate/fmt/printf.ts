/** `fmt.Sprintf`: reading a format string. Go: fmt/print.go (doPrintf). */
import type { Meter } from '../exec/meter.ts';
import { decodeRune } from '../text/utf8.ts';
import { isSigned, isUnsigned } from '../values/type.ts';
import type { Value } from '../values/value.ts';
import { type Flags, plainFlags } from './flags.ts';
import { Printer } from './printer.ts';

const LARGEST = 1e6;

class Directives {
  readonly #format: string;
  readonly #args: readonly (Value | null)[];
  readonly #printer: Printer;
  #at = 0;
  #arg = 0;
  #reordered = false;
  #good = true;
  #afterIndex = false;
  #out = '';

  constructor(meter: Meter, format: string, args: readonly (Value | null)[]) {
    this.#format = format;
    this.#args = args;
    this.#printer = new Printer(meter);
  }

  run(): string {
    while (this.#at < this.#format.length) {
      const percent = this.#format.indexOf('%', this.#at);
      const end = percent < 0 ? this.#format.length : percent;
      this.#out += this.#format.slice(this.#at, end);
      this.#at = end + 1;
      if (percent >= 0) this.#directive();
    }
    if (!this.#reordered && this.#arg < this.#args.length) this.#out += this.#extra();
    return this.#out;
  }

  #extra(): string {
    const rest = this.#args
      .slice(this.#arg)
      .map((arg) => (arg === null ? '<nil>' : `${arg.type.name}=${this.#printer.operand(arg, 'v', plainFlags())}`));
    return `%!(EXTRA ${rest.join(', ')})`;
  }

  #directive(): void {
    const flags = plainFlags();
    this.#good = true;
    this.#afterIndex = false;
    while ('#0+- '.includes(this.#format[this.#at] ?? '?')) this.#flag(flags, this.#format[this.#at++]!);
    this.#index();
    this.#width(flags);
    this.#precision(flags);
    if (!this.#afterIndex) this.#index();
    if (this.#at >= this.#format.length) {
      this.#out += '%!(NOVERB)';
      return;
    }
    const { width } = decodeRune(this.#format, this.#at);
    const verb = this.#format.slice(this.#at, this.#at + width);
    this.#at += width;
    this.#out += this.#verb(verb, flags);
  }

  #flag(flags: Flags, char: string): void {
    if (char === '#') flags.sharp = true;
    else if (char === '0') flags.zero = true;
    else if (char === '+') flags.plus = true;
    else if (char === '-') flags.minus = true;
    else flags.space = true;
  }

  /** `[n]` before a width, precision or verb. */
  #index(): void {
    this.#afterIndex = false;
    if (this.#format[this.#at] !== '[') return;
    this.#reordered = true;
    const rest = this.#format.slice(this.#at);
    const close = rest.length < 3 ? -1 : rest.indexOf(']', 1);
    const digits = close < 0 ? '' : rest.slice(1, close);
    const index = /^[0-9]+$/.test(digits) ? Number(digits) - 1 : -1;
    this.#at += close < 0 ? 1 : close + 1;
    if (index >= 0 && index < this.#args.length) {
      this.#arg = index;
      this.#afterIndex = true;
      return;
    }
    this.#good = false;
    this.#afterIndex = /^[0-9]+$/.test(digits);
  }

  #number(): number {
    const digits = /^[0-9]+/.exec(this.#format.slice(this.#at, this.#at + 12))?.[0] ?? '';
    if (digits === '') return -1;
    this.#at += digits.length;
    return Number(digits) > LARGEST ? -1 : Number(digits);
  }

  #star(): number | undefined {
    const arg = this.#args[this.#arg];
    if (this.#arg < this.#args.length) this.#arg++;
    if (!arg || !(isSigned(arg.type.kind) || isUnsigned(arg.type.kind))) return undefined;
    const number = Number(arg.data as bigint);
    return Math.abs(number) > LARGEST ? undefined : number;
  }

  #width(flags: Flags): void {
    if (this.#format[this.#at] === '*') {
      this.#at++;
      const width = this.#star();
      if (width === undefined) this.#out += '%!(BADWIDTH)';
      else if (width < 0) Object.assign(flags, { width: -width, minus: true, zero: false });
      else flags.width = width;
      this.#afterIndex = false;
      return;
    }
    flags.width = this.#number();
    if (this.#afterIndex && flags.width >= 0) this.#good = false;
  }

  #precision(flags: Flags): void {
    if (this.#format[this.#at] !== '.' || this.#at + 1 >= this.#format.length) return;
    this.#at++;
    if (this.#afterIndex) this.#good = false;
    this.#index();
    if (this.#format[this.#at] === '*') {
      this.#at++;
      const precision = this.#star();
      flags.precision = precision === undefined || precision < 0 ? -1 : precision;
      if (flags.precision < 0) this.#out += '%!(BADPREC)';
      this.#afterIndex = false;
      return;
    }
    flags.precision = Math.max(this.#number(), 0);
  }

  #verb(verb: string, flags: Flags): string {
    if (verb === '%') return '%';
    if (!this.#good) return `%!${verb}(BADINDEX)`;
    const arg = this.#args[this.#arg];
    if (arg === undefined) return `%!${verb}(MISSING)`;
    this.#arg++;
    this.#printer.meter.charge(Math.max(flags.width, 0) + Math.max(flags.precision, 0));
    if (verb === 'w') return this.#printer.operand(arg, verb, flags);
    if (verb !== 'v') return this.#printer.operand(arg, verb, flags);
    const forV = { ...flags, sharpV: flags.sharp, plusV: flags.plus, sharp: false, plus: false };
    return this.#printer.operand(arg, verb, forV);
  }
}

/** @param args operands as Go functions receive them: null is nil */
export const sprintf = (meter: Meter, format: string, args: readonly (Value | null)[]): string =>
  new Directives(meter, format, args).run();
