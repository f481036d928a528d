import { base64url, fromBase64url, fromUtf8, utf8 } from './base64.ts';

/** A JWS in compact form, taken apart but not verified. */
export interface Jws {
  readonly header: Readonly<Record<string, unknown>>;
  /** The payload's text; claims are read from it with `claimsOf`. */
  readonly payload: string;
  readonly signature: Uint8Array;
  /** What the signature covers. */
  readonly signingInput: string;
}

/** Why a text is not a JWS, in the words of go-jose (github.com/go-jose/go-jose/v4: jws.go, encoding/base64). */
export interface JwsError {
  readonly message: string;
}

const PARTS = 'go-jose/go-jose: compact JWS format must have three parts';

/**
 * Take a token apart as go-jose's `ParseSignedCompact` does. White space is not trimmed, the algorithm is not judged.
 * @param token `header.payload.signature`
 * @returns the parts, or an error whose message is the text of the real library
 */
export const parseCompact = (token: string): { readonly jws: Jws } | { readonly error: JwsError } => {
  const parts = token.split('.');
  const [head, body, sign] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || sign === undefined)
    return { error: { message: PARTS } };
  const bytes: Uint8Array[] = [];
  for (const part of [head, body, sign]) {
    const decoded = fromBase64url(part);
    if ('corruptAt' in decoded) return { error: { message: `illegal base64 data at input byte ${decoded.corruptAt}` } };
    bytes.push(decoded.bytes);
  }
  const [rawHeader, rawPayload, signature] = bytes;
  if (!rawHeader || !rawPayload || !signature) return { error: { message: PARTS } };
  if (rawHeader.length === 0) return { error: { message: 'go-jose/go-jose: missing protected header' } };
  const header = parseObject(fromUtf8(rawHeader));
  if ('error' in header) return header;
  return { jws: { header: header.object, payload: fromUtf8(rawPayload), signature, signingInput: `${head}.${body}` } };
};

/** The claims of a payload, or an error in the words of `encoding/json` as far as they matter. */
export const claimsOf = (
  payload: string,
): { readonly object: Readonly<Record<string, unknown>> } | { readonly error: JwsError } => parseObject(payload);

/** Header and claims as one compact text without its signature. */
export const signingInput = (header: object, claims: object): string =>
  `${base64url(utf8(JSON.stringify(header)))}.${base64url(utf8(JSON.stringify(claims)))}`;

const parseObject = (
  text: string,
): { readonly object: Readonly<Record<string, unknown>> } | { readonly error: JwsError } => {
  if (text.trim() === '') return { error: { message: 'unexpected end of JSON input' } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const bad = firstStranger(text);
    return {
      error: {
        message:
          bad === undefined
            ? 'unexpected end of JSON input'
            : `invalid character ${goQuote(bad)} looking for beginning of value`,
      },
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const kind = Array.isArray(value)
      ? 'array'
      : value === null
        ? 'null'
        : typeof value === 'boolean'
          ? 'bool'
          : typeof value;
    return { error: { message: `json: cannot unmarshal ${kind} into Go value of type jwt.Claims` } };
  }
  return { object: value as Readonly<Record<string, unknown>> };
};

const firstStranger = (text: string): string | undefined =>
  [...text.trimStart()].find((c) => !/[\s{["\d\-tfn]/.test(c));

const goQuote = (c: string): string =>
  c === "'" ? "'\\''" : c < ' ' ? `'\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}'` : `'${c}'`;
