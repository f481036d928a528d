/** Distinguished Encoding Rules: what X.509 is written in (ITU-T X.690). Every function gives tag, length and content. */
import { utf8 } from '../jwt/index.ts';

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

const lengthOf = (length: number): readonly number[] => {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
};

/** One element. @param tag identifier octet, e.g. 0x30 */
export const element = (tag: number, ...content: readonly Uint8Array[]): Uint8Array => {
  const body = joined(content);
  return joined([Uint8Array.from([tag, ...lengthOf(body.length)]), body]);
};

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(0x30, ...parts);

/** A SET OF one element, or of several that are given in DER's order. */
export const set = (...parts: readonly Uint8Array[]): Uint8Array => element(0x31, ...parts);

/** A context-specific tag around whole elements: `[0] EXPLICIT`. */
export const explicit = (number: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  element(0xa0 | number, ...parts);

/** A context-specific tag in place of a primitive's own: `[6] IMPLICIT IA5String`. */
export const implicit = (number: number, content: Uint8Array): Uint8Array => element(0x80 | number, content);

/** A number that is not negative, from its big-endian bytes. */
export const unsigned = (bytes: Uint8Array): Uint8Array => {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const body = bytes.subarray(start);
  return (body[0] ?? 0) & 0x80 ? element(0x02, Uint8Array.of(0), body) : element(0x02, body);
};

/** A small number that is not negative. */
export const integer = (value: number): Uint8Array => {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return unsigned(Uint8Array.from(bytes.length === 0 ? [0] : bytes));
};

export const boolean = (value: boolean): Uint8Array => element(0x01, Uint8Array.of(value ? 0xff : 0));

export const nothing = (): Uint8Array => element(0x05);

export const octets = (...content: readonly Uint8Array[]): Uint8Array => element(0x04, ...content);

/** @param unused bits at the end that mean nothing */
export const bits = (content: Uint8Array, unused = 0): Uint8Array => element(0x03, Uint8Array.of(unused), content);

/** `1.2.840.113549` */
export const oid = (dotted: string): Uint8Array => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const out: number[] = [];
  for (const arc of [first * 40 + second, ...rest]) {
    const septets = [arc % 128];
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128))
      septets.unshift((high % 128) | 0x80);
    out.push(...septets);
  }
  return element(0x06, Uint8Array.from(out));
};

/** Text as Go's encoding/asn1 writes it: PrintableString where its few characters suffice, else UTF8String. */
export const text = (value: string): Uint8Array =>
  element(/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(value) ? 0x13 : 0x0c, utf8(value));

export const utf8String = (value: string): Uint8Array => element(0x0c, utf8(value));

export const ia5String = (value: string): Uint8Array => element(0x16, utf8(value));

/** A moment in whole seconds: UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 §4.1.2.5). @param wall Unix ms */
export const time = (wall: number): Uint8Array => {
  const digits = `${new Date(Math.floor(wall)).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
  return Number(digits.slice(0, 4)) < 2050 ? element(0x17, utf8(digits.slice(2))) : element(0x18, utf8(digits));
};
