/** The same certificate in the formats that a request may ask for. Source: vault: path_issue_sign.go, signIssueApiResponse. */
import { derBase64, type KeyPair } from '../../x509/index.ts';
import { errorResponse } from '../framework/index.ts';
import { FORMATS } from './issue-fields.ts';

export interface Shown {
  readonly certificate: string;
  readonly issuingCa: string;
  readonly chain: readonly string[];
  /** `undefined`: the key stays inside. */
  readonly pair: KeyPair | undefined;
}

/** @throws VaultError 400 */
export const checkFormat = (format: string): string => {
  if (!FORMATS.includes(format))
    throw errorResponse('the "format" path parameter must be "pem", "der", or "pem_bundle"');
  return format;
};

/** PKCS#8 replaces the traditional form; in a bundle too. */
const keyText = (pair: KeyPair, keyFormat: string): string => (keyFormat === 'pkcs8' ? pair.pkcs8Pem : pair.privatePem);

/** `certificate`, `issuing_ca`, `private_key`, `private_key_type` and, where there is one, `ca_chain`. */
export const shownAs = (format: string, keyFormat: string, shown: Shown): Readonly<Record<string, unknown>> => {
  const { certificate, issuingCa, chain, pair } = shown;
  const text = format === 'der' ? derBase64 : (pem: string) => pem;
  const key = pair && keyText(pair, keyFormat);
  const bundle = [...(key === undefined ? [] : [key]), certificate, ...chain].join('\n');
  return {
    ...(chain.length > 0 && { ca_chain: chain.map(text) }),
    certificate: format === 'pem_bundle' ? bundle : text(certificate),
    issuing_ca: text(issuingCa),
    ...(pair && key !== undefined && { private_key: text(key), private_key_type: pair.type }),
  };
};
