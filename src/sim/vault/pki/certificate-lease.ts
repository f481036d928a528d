/** A leased certificate is revoked when its lease ends. Source: vault: builtin/logical/pki/secret_certs.go. */
import type { SecretHandlers } from '../framework/index.ts';
import { revokeCertificate } from './revoke-path.ts';
import { type Storage, serialKey } from './storage.ts';

export const certificateLease: SecretHandlers<Storage> = {
  revoke: (core, { storage, mount }, secret) => {
    const serial = String(secret.internal.serial_number);
    const key = serialKey(serial);
    const certificate = storage.certificates[key];
    if (!certificate)
      core.log(
        'warn',
        `secrets.pki.${mount.accessor}`,
        `expired certificate revoke failed because not found in storage, treating as success: serial=${serial}`,
      );
    else if (!certificate.ca) revokeCertificate(core, storage, key, certificate);
    return undefined;
  },
};
