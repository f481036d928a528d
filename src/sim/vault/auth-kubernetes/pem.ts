/** PEM as Go's `encoding/pem` finds it in a text, and the public keys in it (`crypto/x509`). */
import { fromBase64, pem } from '../../jwt/index.ts';
import { type Der, elements } from '../../x509/index.ts';

interface PemBlock {
  readonly label: string;
  readonly bytes: Uint8Array;
  /** As it stands in the text, without surrounding line ends. */
  readonly text: string;
}

/** All blocks of a text whose armour and base64 are sound; what the bytes mean is not looked at. */
export const pemBlocks = (text: string): readonly PemBlock[] => {
  const blocks: PemBlock[] = [];
  for (const match of text.matchAll(/^-----BEGIN ([^\n]*?)-----[ \t\r]*\n([\s\S]*?)-----END \1-----/gm)) {
    const body = (match[2] ?? '').replace(/\s+/g, '');
    const decoded = fromBase64(body);
    if ('bytes' in decoded) blocks.push({ label: match[1] ?? '', bytes: decoded.bytes, text: match[0] });
  }
  return blocks;
};

const SEQUENCE = 0x30;
const OID = 0x06;
const BIT_STRING = 0x03;
/** rsaEncryption, id-ecPublicKey (RFC 3279). */
const SIGNING_KEYS = ['42,134,72,134,247,13,1,1,1', '42,134,72,206,61,2,1'];

/** `algorithm` as the list of its OID's bytes, if the element is a SubjectPublicKeyInfo. */
const algorithmOf = (element: Der | undefined): string | undefined => {
  if (element?.tag !== SEQUENCE) return undefined;
  const [algorithm, key] = elements(element.content);
  if (algorithm?.tag !== SEQUENCE || key?.tag !== BIT_STRING) return undefined;
  const [oid] = elements(algorithm.content);
  return oid?.tag === OID ? oid.content.join(',') : undefined;
};

/** A SubjectPublicKeyInfo by itself or inside a certificate (RFC 5280 §4.1). */
const publicKeyIn = (bytes: Uint8Array): Der | undefined => {
  const [outer] = elements(bytes);
  if (algorithmOf(outer) !== undefined) return outer;
  const [tbs] = outer?.tag === SEQUENCE ? elements(outer.content) : [];
  return tbs?.tag === SEQUENCE ? elements(tbs.content).find((part) => algorithmOf(part) !== undefined) : undefined;
};

/**
 * The public key of the first PEM block: a key, or a certificate that holds one.
 * @returns PEM of the key alone, or the text with which Vault refuses it (plugin: path_config.go, parsePublicKeyPEM)
 */
export const publicKey = (text: string): { readonly key: string } | { readonly error: string } => {
  const none = { error: 'data does not contain any valid RSA or ECDSA public keys' };
  const [block] = pemBlocks(text);
  if (!block) return none;
  const key = publicKeyIn(block.bytes);
  if (!key) return { error: 'x509: malformed certificate' };
  return SIGNING_KEYS.includes(algorithmOf(key) ?? '') ? { key: pem('PUBLIC KEY', key.whole) } : none;
};

/**
 * The authorities that a client with this bundle trusts, each in the ways in which its text may end.
 * @param bundle PEM of one or more certificates
 */
export const authorities = (bundle: string): readonly string[] =>
  pemBlocks(bundle).flatMap(({ label, bytes, text }) => [text, `${text}\n`, pem(label, bytes)]);
