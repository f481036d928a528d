/** Base64 as Go's `encoding/base64` reads and writes it; bytes in, text out, and the other way round. */

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const table = (alphabet: string): Int8Array => {
  const out = new Int8Array(128).fill(-1);
  for (let i = 0; i < 64; i++) out[alphabet.charCodeAt(i)] = i;
  return out;
};
const STANDARD_VALUES = table(STANDARD);
const URL_VALUES = table(URL_SAFE);

const encode = (bytes: Uint8Array, alphabet: string, pad: boolean): string => {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] ?? 0, bytes[i + 1], bytes[i + 2]];
    const n = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += alphabet.charAt((n >> 18) & 63) + alphabet.charAt((n >> 12) & 63);
    if (b !== undefined) out += alphabet.charAt((n >> 6) & 63);
    if (c !== undefined) out += alphabet.charAt(n & 63);
  }
  return pad ? out + '='.repeat((4 - (out.length % 4)) % 4) : out;
};

/** Bytes, or the offset of the first byte that Go would name in `illegal base64 data at input byte N`. */
export type Decoded = { readonly bytes: Uint8Array } | { readonly corruptAt: number };

const decode = (text: string, values: Int8Array, padded: boolean): Decoded => {
  const out: number[] = [];
  let quantum = 0;
  let count = 0;
  let i = 0;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) continue; // Go skips line ends inside the data
    if (padded && code === 61) {
      if (count < 2) return { corruptAt: i };
      let rest = i + 1;
      let pads = 1;
      for (; rest < text.length; rest++) {
        const next = text.charCodeAt(rest);
        if (next === 10 || next === 13) continue;
        if (next !== 61 || count + pads >= 4) return { corruptAt: rest };
        pads++;
      }
      if (count + pads !== 4) return { corruptAt: text.length };
      break;
    }
    const value = code < 128 ? (values[code] ?? -1) : -1;
    if (value < 0) return { corruptAt: i };
    quantum = (quantum << 6) | value;
    count++;
    if (count === 4) {
      out.push((quantum >> 16) & 255, (quantum >> 8) & 255, quantum & 255);
      quantum = 0;
      count = 0;
    }
  }
  const ended = i < text.length;
  if (count === 1 || (padded && count > 0 && !ended)) return { corruptAt: text.length - (count === 1 ? 1 : count) };
  if (count === 2) out.push((quantum >> 4) & 255);
  if (count === 3) out.push((quantum >> 10) & 255, (quantum >> 2) & 255);
  return { bytes: Uint8Array.from(out) };
};

/** URL-safe alphabet without padding (`base64.RawURLEncoding`), the form of every part of a JWT. */
export const base64url = (bytes: Uint8Array): string => encode(bytes, URL_SAFE, false);
export const fromBase64url = (text: string): Decoded => decode(text, URL_VALUES, false);

/** Standard alphabet with padding (`base64.StdEncoding`), the form of a Secret's data and of PEM. */
export const base64 = (bytes: Uint8Array): string => encode(bytes, STANDARD, true);
export const fromBase64 = (text: string): Decoded => decode(text, STANDARD_VALUES, true);

const encoder = new TextEncoder();
const decoder = new TextDecoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);
/** Bytes that are not UTF-8 become U+FFFD. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);
