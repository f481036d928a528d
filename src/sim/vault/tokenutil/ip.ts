/** IP addresses and blocks as numbers. Written forms as Go's net package prints them. */

/** An address with its prefix length; `bits` is 32 or 128. */
export interface IpBlock {
  readonly value: bigint;
  readonly bits: 32 | 128;
  readonly prefix: number;
}

/** `10.0.1.7` → its 32 bits, or `undefined`. Leading zeros are refused, as Go does. */
const parse4 = (text: string): bigint | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(part);
  }
  return value;
};

const groups = (text: string): readonly bigint[] | undefined => {
  if (text === '') return [];
  const out: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = index === parts.length - 1 && part.includes('.') ? parse4(part) : undefined;
    if (embedded !== undefined) out.push(embedded >> 16n, embedded & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) out.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return out;
};

const parse6 = (text: string): bigint | undefined => {
  if (!text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groups(halves[0] ?? '');
  const tail = halves.length === 2 ? groups(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return [...head, ...Array<bigint>(missing).fill(0n), ...tail].reduce((value, group) => (value << 16n) | group, 0n);
};

/** `10.0.0.0/8`, `10.0.1.7`, `fd00::/8`, `::1` → a block (a lone address has the full prefix), or `undefined`. */
export const parseIp = (text: string): IpBlock | undefined => {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0) return undefined;
  const four = parse4(address);
  const value = four ?? parse6(address);
  if (value === undefined) return undefined;
  const bits = four === undefined ? 128 : 32;
  if (length === undefined) return { value, bits, prefix: bits };
  if (!/^\d{1,3}$/.test(length) || Number(length) > bits) return undefined;
  return { value, bits, prefix: Number(length) };
};

const print6 = (value: bigint): string => {
  const parts = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(16 * (7 - i))) & 0xffffn));
  let best = { at: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && parts[i + length] === 0) length++;
    if (length > best.length) best = { at: i, length };
  }
  const hex = parts.map((part) => part.toString(16));
  return best.at < 0
    ? hex.join(':')
    : `${hex.slice(0, best.at).join(':')}::${hex.slice(best.at + best.length).join(':')}`;
};

/** The address; with `/prefix` unless that is the full one. Host bits stay as given (github.com/hashicorp/go-sockaddr). */
export const printIp = ({ value, bits, prefix }: IpBlock): string => {
  const address = bits === 32 ? [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.') : print6(value);
  return prefix === bits ? address : `${address}/${prefix}`;
};

/** Whether `inner` lies wholly within `outer`. Families never mix. */
export const contains = (outer: IpBlock, inner: IpBlock): boolean => {
  if (outer.bits !== inner.bits || inner.prefix < outer.prefix) return false;
  const shift = BigInt(outer.bits - outer.prefix);
  return outer.value >> shift === inner.value >> shift;
};
