/** X.509 certificates, version 3 (RFC 5280 §4.1). */
import { base64, fromBase64, pem, pemBody } from '../jwt/index.ts';
import * as der from './der.ts';
import { elements } from './der-reader.ts';
import { type Extensions, encodeExtensions } from './extensions.ts';
import { encodeName, type Name } from './name.ts';
import { type SignatureChoice, type Signer, signatureAlgorithm, signedWith } from './signature.ts';

export interface CertificateInput {
  /** Big-endian. */
  readonly serial: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  /** Unix milliseconds; cut to the second. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** PEM. */
  readonly publicPem: string;
  readonly extensions: Extensions;
}

const bytesOf = (pemText: string): Uint8Array => {
  const decoded = fromBase64(pemBody(pemText));
  return 'bytes' in decoded ? decoded.bytes : new Uint8Array();
};

/** PEM without a final line end. */
export const certificatePem = (input: CertificateInput, signer: Signer, choice: SignatureChoice): string => {
  const signed = der.sequence(
    der.explicit(0, der.integer(2)),
    der.unsigned(input.serial),
    signatureAlgorithm(signer, choice),
    encodeName(input.issuer),
    der.sequence(der.time(input.notBefore), der.time(input.notAfter)),
    encodeName(input.subject),
    bytesOf(input.publicPem),
    der.explicit(3, der.sequence(...encodeExtensions(input.extensions))),
  );
  return pem('CERTIFICATE', signedWith(signer, choice, signed)).trim();
};

/** The base64 of a PEM block's bytes, on one line. */
export const derBase64 = (pemText: string): string => base64(bytesOf(pemText));

/** `2a:0b:…`, as Vault writes serial numbers: no leading zero bytes. */
export const serialText = (serial: Uint8Array): string => {
  const start = serial.findIndex((byte) => byte !== 0);
  return [...serial.subarray(Math.max(0, start))].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
};

/** Serial number of a certificate in PEM; `undefined` where it is none. */
export const serialOf = (pemText: string): string | undefined => {
  const [outer] = elements(bytesOf(pemText));
  const [signed] = outer?.tag === 0x30 ? elements(outer.content) : [];
  const [version, serial] = signed?.tag === 0x30 ? elements(signed.content) : [];
  return version?.tag === 0xa0 && serial?.tag === 0x02 ? serialText(serial.content) : undefined;
};
