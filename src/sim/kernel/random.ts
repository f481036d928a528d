/**
 * Random numbers that come from a seed. One 32-bit number in the world is stepped once per delivered event; the number
 * an event carries as `entropy` seeds a private generator for whatever that event needs. So an actor never holds
 * generator state, and drawing one number more in one actor does not disturb another.
 */

/** One step of the world's generator (splitmix32). In and out: unsigned 32-bit integers. */
export const nextEntropy = (state: number): number => (state + 0x9e3779b9) >>> 0;

const mix = (state: number): number => {
  let z = state ^ (state >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z ^= z >>> 15;
  z = Math.imul(z, 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
};

/** The value an event carries for the generator's present state. */
export const entropyOf = (state: number): number => mix(state);

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const HEX = '0123456789abcdef';

/** A private generator; the same seed gives the same sequence everywhere. */
export class Random {
  #state: number;

  /** @param seed any integer, usually an event's `entropy` */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** An unsigned 32-bit integer. */
  uint32(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    return mix(this.#state);
  }

  /** A number in [0, 1). */
  float(): number {
    return this.uint32() / 0x1_0000_0000;
  }

  /** An integer in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.float() * bound);
  }

  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string = BASE62): string {
    let out = '';
    for (let i = 0; i < length; i++) out += alphabet[this.below(alphabet.length)];
    return out;
  }

  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string {
    return this.text(length, HEX);
  }

  /** A version 4 UUID. */
  uuid(): string {
    const h = this.hex(32);
    const variant = HEX[8 + this.below(4)];
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20)}`;
  }

  /** `length` bytes. */
  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}
