/** `pkiCert`: a certificate's parts and when to ask for another. Source: consul-template: dependency/vault_pki.go. */

const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? `${value.trim()}\n` : '');

const dataOf = (secret: Readonly<Record<string, unknown>> | null): Readonly<Record<string, unknown>> =>
  typeof secret?.data === 'object' && secret.data !== null ? (secret.data as Record<string, unknown>) : {};

/** The PEM blocks of an issued certificate. */
export const pemParts = (secret: Readonly<Record<string, unknown>> | null) => {
  const data = dataOf(secret);
  const chain = Array.isArray(data.ca_chain) ? data.ca_chain.map(text).filter((pem) => pem !== '') : [];
  const ca = text(data.issuing_ca) || chain[0] || '';
  return {
    cert: text(data.certificate),
    key: text(data.private_key),
    ca,
    caChain: ca === '' || chain.includes(ca) ? chain : [ca, ...chain],
  };
};

/**
 * Milliseconds until the threshold of its validity. The jitter of the real program is an integer division that always
 * gives zero.
 */
export const certificateWait = (
  secret: Readonly<Record<string, unknown>> | null,
  threshold: number,
  wall: number,
): number => {
  const expiration = Number(dataOf(secret).expiration);
  return Number.isFinite(expiration) ? Math.max(0, (expiration * 1000 - wall) * threshold) : 0;
};
