import { base64 } from './base64.ts';

/** PEM armour around DER bytes, 64 characters a line (RFC 7468), with a final newline. */
export const pem = (label: string, der: Uint8Array): string => {
  const lines = base64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
};

/** The base64 text of the first PEM block, without armour and white space; `''` where there is none. */
export const pemBody = (text: string): string => {
  const block = /-----BEGIN ([^-]+)-----([\s\S]*?)-----END \1-----/.exec(text);
  return (block?.[2] ?? '').replace(/\s+/g, '');
};
