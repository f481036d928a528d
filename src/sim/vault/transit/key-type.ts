/** What each type of key can do. Source: vault: sdk/helper/keysutil/policy.go (KeyType). */
export interface KeyType {
  readonly encrypts: boolean;
  readonly signs: boolean;
  readonly derives: boolean;
  /** Name of the public half, as a key's versions show it; '': symmetric. */
  readonly publicName: string;
  /** Bytes of the key material. */
  readonly size: number;
}

const symmetric = (size: number): KeyType => ({ encrypts: true, signs: false, derives: true, publicName: '', size });
const signing = (publicName: string, derives: boolean, size: number): KeyType => ({
  encrypts: false,
  signs: true,
  derives,
  publicName,
  size,
});
const rsa = (bits: number): KeyType => ({
  encrypts: true,
  signs: true,
  derives: false,
  publicName: `rsa-${bits}`,
  size: bits / 8,
});

export const KEY_TYPES: Readonly<Record<string, KeyType>> = {
  'aes128-gcm96': symmetric(16),
  'aes256-gcm96': symmetric(32),
  'chacha20-poly1305': symmetric(32),
  ed25519: signing('ed25519', true, 32),
  'ecdsa-p256': signing('P-256', false, 64),
  'ecdsa-p384': signing('P-384', false, 96),
  'ecdsa-p521': signing('P-521', false, 132),
  'rsa-2048': rsa(2048),
  'rsa-3072': rsa(3072),
  'rsa-4096': rsa(4096),
  hmac: { encrypts: false, signs: false, derives: false, publicName: '', size: 32 },
};

export const keyType = (name: string): KeyType | undefined =>
  Object.hasOwn(KEY_TYPES, name) ? KEY_TYPES[name] : undefined;
