/** Lists of addresses that bind a token. Source: vault: sdk/helper/parseutil, cidrutil; go-sockaddr: NewSockAddr. */

import { contains, parseIp, printIp } from './ip.ts';
import { goQuote } from './quote.ts';

/** Result of reading a list of addresses: canonical texts, or the text of the first error. */
export type Addresses = { readonly addresses: readonly string[] } | { readonly error: string };

/** One address or block in canonical form; `undefined` if it is none. With a slash anything else is a UNIX socket. */
const canonical = (text: string): string | undefined => {
  const ip = parseIp(text);
  if (ip) return printIp(ip);
  const port = /^([\d.]+):(\d{1,5})$/.exec(text);
  if (port && parseIp(port[1] ?? '')) return text;
  return text.length > 1 && (/^[./]/.test(text) || text.includes('/')) ? goQuote(text) : undefined;
};

/**
 * Reads `token_bound_cidrs` and the like.
 * @param texts elements as given, e.g. `127.0.0.1/32`
 * @returns what is stored and read back, e.g. `127.0.0.1`
 */
export const parseAddresses = (texts: readonly string[]): Addresses => {
  const addresses: string[] = [];
  for (const text of texts) {
    const address = canonical(text);
    if (address === undefined)
      return {
        error: `error parsing address ${goQuote(text)}: Unable to convert ${goQuote(text)} to an IPv4 or IPv6 address, or a UNIX Socket`,
      };
    addresses.push(address);
  }
  return { addresses };
};

/** Whether a peer may use what is bound to these addresses; an empty list binds nothing. */
export const remoteIsBound = (remote: string, bound: readonly string[]): boolean => {
  if (bound.length === 0) return true;
  const peer = parseIp(remote);
  return (
    peer !== undefined &&
    bound.some((text) => {
      const block = parseIp(text);
      return block !== undefined && contains(block, peer);
    })
  );
};
