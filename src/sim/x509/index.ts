/** X.509: keys, certificates and revocation lists that real tools can read. What is modelled of it: `signature.ts`, `key-pair.ts`. */
export { certificatePem, derBase64, serialOf, serialText } from './certificate.ts';
export { type Der, elements } from './der-reader.ts';
export type { AltNames, AuthorityUrls, Extensions, NameConstraints } from './extensions.ts';
export { type KeyPair, type KeyType, newKeyPair } from './key-pair.ts';
export { isEmptyName, type Name } from './name.ts';
export { revocationListPem } from './revocation-list.ts';
export type { SignatureChoice } from './signature.ts';
