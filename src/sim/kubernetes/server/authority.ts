import { derivedBytes, pem } from '../../jwt/index.ts';

/**
 * PEM of a certificate authority: bytes of the right size that follow from its name, not a certificate anybody could
 * parse. The modelled network compares authorities by this text.
 */
export const authorityPem = (name: string): string =>
  pem('CERTIFICATE', Uint8Array.from([0x30, 0x82, 0x02, 0xfc, ...derivedBytes(`certificate of ${name}`, 764)]));
