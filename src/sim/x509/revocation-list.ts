/** Certificate revocation lists, version 2 (RFC 5280 §5). */
import { pem } from '../jwt/index.ts';
import * as der from './der.ts';
import { encodeName, type Name } from './name.ts';
import { type SignatureChoice, type Signer, signatureAlgorithm, signedWith } from './signature.ts';

export interface RevocationListInput {
  readonly issuer: Name;
  /** Hexadecimal. */
  readonly authorityKeyId: string;
  readonly number: number;
  /** Unix milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate: number;
  readonly revoked: readonly { readonly serial: Uint8Array; readonly at: number }[];
}

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));

/** PEM without a final line end. */
export const revocationListPem = (input: RevocationListInput, signer: Signer, choice: SignatureChoice): string => {
  const entries = input.revoked.map(({ serial, at }) => der.sequence(der.unsigned(serial), der.time(at)));
  const key = der.sequence(der.implicit(0, fromHex(input.authorityKeyId)));
  const signed = der.sequence(
    der.integer(1),
    signatureAlgorithm(signer, choice),
    encodeName(input.issuer),
    der.time(input.thisUpdate),
    der.time(input.nextUpdate),
    ...(entries.length > 0 ? [der.sequence(...entries)] : []),
    der.explicit(
      0,
      der.sequence(
        der.sequence(der.oid('2.5.29.35'), der.octets(key)),
        der.sequence(der.oid('2.5.29.20'), der.octets(der.integer(input.number))),
      ),
    ),
  );
  return pem('X509 CRL', signedWith(signer, choice, signed)).trim();
};
