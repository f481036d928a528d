/** The revocation list of each issuer. Source: vault: builtin/logical/pki/crl_util.go. */
import { revocationListPem } from '../../x509/index.ts';
import type { Core } from '../framework/index.ts';
import { secondsOf } from './seconds.ts';
import { type Storage, serialFromKey } from './storage.ts';

const bytesOf = (serial: string): Uint8Array =>
  Uint8Array.from(serial.split(':').map((octet) => Number.parseInt(octet, 16)));

/** Writes every issuer's list anew; a disabled list is empty but there. */
export const rebuildLists = (core: Core, storage: Storage): void => {
  storage.crlNumber += 1;
  for (const issuer of Object.values(storage.issuers)) {
    const key = storage.keys[issuer.keyId];
    if (!key || !issuer.usage.includes('crl-signing')) continue;
    const revoked = storage.crlConfig.disable
      ? []
      : Object.entries(storage.revoked)
          .filter(([, { issuer: id }]) => id === issuer.id)
          .map(([serial, { at }]) => ({ serial: bytesOf(serialFromKey(serial)), at }));
    issuer.crl = revocationListPem(
      {
        issuer: issuer.subject,
        authorityKeyId: key.pair.keyId,
        number: storage.crlNumber,
        thisUpdate: core.wall,
        nextUpdate: core.wall + secondsOf(storage.crlConfig.expiry) * 1000,
        revoked,
      },
      key.pair,
      issuer,
    );
  }
};
