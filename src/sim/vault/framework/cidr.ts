/** Addresses and CIDR blocks as hashicorp/go-sockaddr reads and prints them. */

interface Block {
  readonly bits: number;
  readonly value: bigint;
  readonly width: 32 | 128;
}

const ipv4 = (text: string): bigint | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = value * 256n + BigInt(part);
  }
  return value;
};

const ipv6 = (text: string): bigint | undefined => {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = groups.flat().length;
  if (halves.length === 1 ? given !== 8 : given > 7) return undefined;
  const filled = [...(groups[0] ?? []), ...Array.from({ length: 8 - given }, () => '0'), ...(groups[1] ?? [])];
  let value = 0n;
  for (const group of filled) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return undefined;
    value = value * 65536n + BigInt(`0x${group}`);
  }
  return value;
};

const parseBlock = (text: string): Block | undefined => {
  const [address = '', mask, extra] = text.split('/');
  if (extra !== undefined) return undefined;
  const width = address.includes(':') ? 128 : 32;
  const value = width === 32 ? ipv4(address) : ipv6(address);
  if (value === undefined) return undefined;
  if (mask === undefined) return { bits: width, value, width };
  return /^\d{1,3}$/.test(mask) && Number(mask) <= width ? { bits: Number(mask), value, width } : undefined;
};

/** The 4 or 16 bytes of an address without mask, as Go's net.ParseIP reads it; `undefined`: none. */
export const addressBytes = (text: string): readonly number[] | undefined => {
  const block = text.includes('/') ? undefined : parseBlock(text);
  if (block === undefined) return undefined;
  const bytes: number[] = [];
  for (let shift = block.width - 8; shift >= 0; shift -= 8) bytes.push(Number((block.value >> BigInt(shift)) & 255n));
  return bytes;
};

/**
 * Checks a list of addresses or blocks and returns them as they are stored: a single host without its mask.
 * Error text: `error parsing address "nope": Unable to convert "nope" to an IPv4 or IPv6 address, or a UNIX Socket`.
 */
export const parseAddresses = (texts: readonly string[]): { addresses: string[] } | { error: string } => {
  const addresses: string[] = [];
  for (const text of texts) {
    const block = parseBlock(text);
    if (block !== undefined) addresses.push(block.bits === block.width ? (text.split('/')[0] ?? text) : text);
    else if (text.length > 1 && (text.startsWith('.') || text.includes('/'))) addresses.push(text);
    else {
      const quoted = JSON.stringify(text);
      return {
        error: `error parsing address ${quoted}: Unable to convert ${quoted} to an IPv4 or IPv6 address, or a UNIX Socket`,
      };
    }
  }
  return { addresses };
};

/** Whether a peer may use what is bound to these blocks; no blocks: any peer. @param remote an address */
export const addressAllowed = (remote: string, blocks: readonly string[] | null | undefined): boolean => {
  if (!blocks || blocks.length === 0) return true;
  const peer = parseBlock(remote);
  if (peer === undefined) return false;
  return blocks.some((text) => {
    const block = parseBlock(text);
    if (block === undefined || block.width !== peer.width) return false;
    const shift = BigInt(block.width - block.bits);
    return block.value >> shift === peer.value >> shift;
  });
};
