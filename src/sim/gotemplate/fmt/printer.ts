/** Go's package fmt: how a value prints under a verb. Go: fmt/print.go (printArg, printValue). */
import type { Meter } from '../exec/meter.ts';
import { sortedEntries } from '../values/order.ts';
import { isSigned, isUnsigned } from '../values/type.ts';
import { box, element, itemsOf, type Pointer, textOf, type Value } from '../values/value.ts';
import { type Flags, pad } from './flags.ts';
import { formatComplex, formatFloating, formatInteger, formatString } from './scalars.ts';

const TEXT_VERBS = 'vsxXq';
const DEPTH = 500;

/** A stand-in for an address, which no output can depend on. */
const ADDRESS = 0xc000012345n;

/** Prints values; one instance for one call of fmt. */
export class Printer {
  readonly meter: Meter;
  #erroring = false;

  constructor(meter: Meter) {
    this.meter = meter;
  }

  /** `printArg`: an operand as a Go function received it; null is nil. */
  operand(arg: Value | null, verb: string, flags: Flags): string {
    this.meter.charge(1);
    if (arg === null) return verb === 'T' || verb === 'v' ? pad('<nil>', flags) : this.#bad(null, verb, flags);
    if (verb === 'T') return formatString(arg.type.name, 's', flags)!;
    if (verb === 'p') return this.#pointer(arg, 'p', flags);
    return this.#methods(arg, verb, flags) ?? this.#value(arg, verb, flags, 0);
  }

  #methods(v: Value, verb: string, flags: Flags): string | undefined {
    const text = v.type.text;
    if (!text || this.#erroring || flags.sharpV || !TEXT_VERBS.includes(verb)) return undefined;
    return formatString(text(v), verb, flags);
  }

  #bad(v: Value | null, verb: string, flags: Flags): string {
    this.#erroring = true;
    const inner = v === null ? '<nil>' : `${v.type.name}=${this.operand(v, 'v', flags)}`;
    this.#erroring = false;
    return `%!${verb}(${inner})`;
  }

  #value(v: Value, verb: string, flags: Flags, depth: number): string {
    this.meter.charge(depth > DEPTH ? Number.POSITIVE_INFINITY : 1);
    if (depth > 0) {
      const text = this.#methods(v, verb, flags);
      if (text !== undefined) return text;
    }
    const { kind } = v.type;
    if (kind === 'string') this.meter.charge(textOf(v).length);
    const scalar =
      kind === 'string'
        ? formatString(textOf(v), verb, flags)
        : kind === 'bool'
          ? verb === 't' || verb === 'v'
            ? pad(String(v.data), flags)
            : undefined
          : isSigned(kind) || isUnsigned(kind)
            ? formatInteger(v.data as bigint, verb, flags, isUnsigned(kind))
            : kind === 'float64'
              ? formatFloating(v.data as number, verb, flags)
              : kind === 'complex128'
                ? formatComplex(v.data as readonly [number, number], verb, flags)
                : this.#composite(v, verb, flags, depth);
    return scalar ?? this.#bad(v, verb, flags);
  }

  #composite(v: Value, verb: string, flags: Flags, depth: number): string {
    const { type } = v;
    switch (type.kind) {
      case 'interface': {
        if (v.data === null) return flags.sharpV ? `${type.name}(nil)` : '<nil>';
        return this.#value(v.data as Value, verb, flags, depth + 1);
      }
      case 'map': {
        if (flags.sharpV && v.data === null) return `${type.name}(nil)`;
        const parts = sortedEntries(v).map(({ key, value }) => {
          const shown = type.elem!.kind === 'interface' ? box(value) : value!;
          const name = type.key!.kind === 'interface' && key.type.kind !== 'interface' ? box(key) : key;
          return `${this.#value(name, verb, flags, depth + 1)}:${this.#value(shown, verb, flags, depth + 1)}`;
        });
        return flags.sharpV ? `${type.name}{${parts.join(', ')}}` : `map[${parts.join(' ')}]`;
      }
      case 'slice': {
        if (flags.sharpV && v.data === null) return `${type.name}(nil)`;
        const parts = itemsOf(v).map((item) => this.#value(element(type, item), verb, flags, depth + 1));
        return flags.sharpV ? `${type.name}{${parts.join(', ')}}` : `[${parts.join(' ')}]`;
      }
      case 'struct': {
        const data = Array.isArray(v.data) ? (v.data as readonly Value[]) : [];
        const parts = data.map((field, i) => {
          const shown = this.#value(field, verb, flags, depth + 1);
          return flags.plusV || flags.sharpV ? `${type.fields[i]!.name}:${shown}` : shown;
        });
        return flags.sharpV ? `${type.name}{${parts.join(', ')}}` : `{${parts.join(' ')}}`;
      }
      case 'pointer': {
        const target = (v.data as Pointer | null)?.target;
        const open = target && ['slice', 'struct', 'map'].includes(target.type.kind);
        return open && depth === 0 ? `&${this.#value(target, verb, flags, depth + 1)}` : this.#pointer(v, verb, flags);
      }
      case 'chan':
      case 'func':
        return this.#pointer(v, verb, flags);
      default:
        return '<invalid reflect.Value>';
    }
  }

  #pointer(v: Value, verb: string, flags: Flags): string {
    if (!['chan', 'func', 'map', 'pointer', 'slice'].includes(v.type.kind)) return this.#bad(v, verb, flags);
    const address = v.data === null ? 0n : ADDRESS;
    const shown = (sharp: boolean) => formatInteger(address, 'x', { ...flags, sharp }, true)!;
    if (verb === 'v' && flags.sharpV) return `(${v.type.name})(${address === 0n ? 'nil' : shown(true)})`;
    if (verb === 'v') return address === 0n ? pad('<nil>', flags) : shown(!flags.sharp);
    if (verb === 'p') return shown(!flags.sharp);
    return 'bodxX'.includes(verb) ? formatInteger(address, verb, flags, true)! : this.#bad(v, verb, flags);
  }
}
