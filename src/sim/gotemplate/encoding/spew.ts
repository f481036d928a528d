/** `spew.Sdump` of github.com/davecgh/go-spew with its default configuration. */
import type { Meter } from '../exec/meter.ts';
import { plainFlags } from '../fmt/flags.ts';
import { formatComplex } from '../fmt/scalars.ts';
import { formatFloat } from '../strconv/float.ts';
import { quote } from '../strconv/quote.ts';
import { isUnsigned } from '../values/type.ts';
import { element, entriesOf, itemsOf, type Pointer, textOf, type Value } from '../values/value.ts';

/** No output can depend on a real address; this one stands for all. */
const ADDRESS = '0xc000012345';

class Dumper {
  readonly #meter: Meter;
  constructor(meter: Meter) {
    this.#meter = meter;
  }

  dump(v: Value | null, depth: number): string {
    this.#meter.charge(depth > 100 ? Number.POSITIVE_INFINITY : 1 + depth);
    if (v === null || v.type.kind === 'invalid') return '(interface {}) <nil>';
    if (v.type.kind === 'interface')
      return v.data === null ? `(${v.type.name}) <nil>` : this.dump(v.data as Value, depth);
    if (v.type.kind === 'pointer') {
      if (v.data === null) return `(${v.type.name})(<nil>)`;
      const target = (v.data as Pointer).target;
      return `(${v.type.name})(${ADDRESS})(${this.#body(target, depth)})`;
    }
    return `(${v.type.name}) ${this.#size(v)}${this.#body(v, depth)}`;
  }

  #size(v: Value): string {
    if (v.type.kind === 'string') return textOf(v) === '' ? '' : `(len=${textOf(v).length}) `;
    if (v.type.kind === 'map') return entriesOf(v).size > 0 ? `(len=${entriesOf(v).size}) ` : '';
    if (v.type.kind !== 'slice' || itemsOf(v).length === 0) return '';
    return `(len=${itemsOf(v).length} cap=${itemsOf(v).length}) `;
  }

  #body(v: Value, depth: number): string {
    const text = v.type.text;
    if (text && v.type.kind !== 'string') return this.#scalar(v, text(v));
    if (text) return quote(textOf(v)).slice(1, -1);
    switch (v.type.kind) {
      case 'string':
        this.#meter.charge(textOf(v).length);
        return quote(textOf(v));
      case 'complex128':
        return formatComplex(v.data as readonly [number, number], 'v', plainFlags())!;
      case 'float64':
        return formatFloat(v.data as number, 'g', -1);
      case 'slice':
        return v.data === null
          ? '<nil>'
          : this.#block(
              itemsOf(v).map((item) => this.dump(element(v.type, item), depth + 1)),
              depth,
            );
      case 'map': {
        if (v.data === null) return '<nil>';
        return this.#block(
          [...entriesOf(v).values()].map(
            ({ key, value }) => `${this.dump(key, depth + 1)}: ${this.dump(value, depth + 1)}`,
          ),
          depth,
        );
      }
      case 'struct': {
        const fields = Array.isArray(v.data) ? (v.data as readonly Value[]) : [];
        return this.#block(
          fields.map((field, i) => `${v.type.fields[i]!.name}: ${this.dump(field, depth + 1)}`),
          depth,
        );
      }
      case 'func':
      case 'chan':
        return ADDRESS;
      default:
        return String(v.data);
    }
  }

  #scalar(v: Value, text: string): string {
    return isUnsigned(v.type.kind) ? String(v.data) : text;
  }

  #block(parts: readonly string[], depth: number): string {
    const inner = ' '.repeat(depth + 1);
    return `{\n${parts.map((part, i) => `${inner}${part}${i < parts.length - 1 ? ',' : ''}\n`).join('')}${' '.repeat(depth)}}`;
  }
}

/** Byte string; one dump and a line break per argument. */
export const spewDump = (meter: Meter, args: readonly (Value | null)[]): string =>
  args.map((arg) => `${new Dumper(meter).dump(arg, 0)}\n`).join('');
