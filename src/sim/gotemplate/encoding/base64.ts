/** `encoding/base64` and `base32` over byte strings. */
import { GoError } from '../exec/errors.ts';

interface Alphabet {
  letters: string;
  /** Bits a letter holds. */
  bits: number;
  name: 'base64' | 'base32';
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const STANDARD: Alphabet = { letters: `${UPPER}${UPPER.toLowerCase()}0123456789+/`, bits: 6, name: 'base64' };
export const URL_SAFE: Alphabet = { letters: `${UPPER}${UPPER.toLowerCase()}0123456789-_`, bits: 6, name: 'base64' };
export const BASE32: Alphabet = { letters: `${UPPER}234567`, bits: 5, name: 'base32' };

/** Letters in one quantum, and its bytes. */
const quantum = (alphabet: Alphabet) => (alphabet.bits === 6 ? 4 : 8);

export const encodeBase = (text: string, alphabet: Alphabet): string => {
  let out = '';
  let held = 0;
  let count = 0;
  for (const char of text) {
    held = (held << 8) | char.charCodeAt(0);
    count += 8;
    while (count >= alphabet.bits) {
      count -= alphabet.bits;
      out += alphabet.letters[(held >> count) & ((1 << alphabet.bits) - 1)];
    }
    held &= (1 << count) - 1;
  }
  if (count > 0) out += alphabet.letters[(held << (alphabet.bits - count)) & ((1 << alphabet.bits) - 1)];
  return out.padEnd(Math.ceil(out.length / quantum(alphabet)) * quantum(alphabet), '=');
};

/** How many letters may stand before the padding of a last quantum. */
const PARTIAL: Record<Alphabet['name'], readonly number[]> = { base64: [2, 3], base32: [2, 4, 5, 7] };

/** Throws GoError `illegal base64 data at input byte n`. Line breaks are skipped, as Go does. */
export const decodeBase = (text: string, alphabet: Alphabet): string => {
  const size = quantum(alphabet);
  const bad = (at: number): never => {
    throw new GoError(`illegal ${alphabet.name} data at input byte ${at}`);
  };
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) if (text[i] !== '\n' && text[i] !== '\r') places.push(i);
  let out = '';
  for (let q = 0; q < places.length; q += size) {
    let held = 0n;
    let letters = 0;
    for (let i = 0; i < size; i++) {
      const place = places[q + i];
      if (place === undefined)
        return bad(alphabet.name === 'base64' ? text.length - (places.length - q) : (places.at(-1) ?? 0) + 1);
      const digit = alphabet.letters.indexOf(text[place]!);
      if (digit >= 0 && letters === i) {
        held = (held << BigInt(alphabet.bits)) | BigInt(digit);
        letters++;
        continue;
      }
      if (text[place] !== '=' || !PARTIAL[alphabet.name].includes(letters)) return bad(place);
      if (i === size - 1 && q + size < places.length) return bad(places[q + size]!);
    }
    const bytes = Math.floor((letters * alphabet.bits) / 8);
    held >>= BigInt(letters * alphabet.bits - bytes * 8);
    for (let b = bytes - 1; b >= 0; b--) out += String.fromCharCode(Number((held >> BigInt(b * 8)) & 0xffn));
  }
  return out;
};
