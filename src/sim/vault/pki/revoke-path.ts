/** `revoke`, and what a revocation does. Source: vault: builtin/logical/pki/path_revoke.go, crl_util.go (revokeCert). */
import { serialOf } from '../../x509/index.ts';
import { type Core, errorResponse, goError, goTime, listResponse, path, type Response } from '../framework/index.ts';
import { rebuildLists } from './revocation-lists.ts';
import { type Certificate, type Revocation, type Storage, serialFromKey, serialKey } from './storage.ts';

const shown = ({ at }: Revocation): Response => ({
  data: {
    revocation_time: Math.floor(at / 1000),
    revocation_time_rfc3339: goTime(at),
    state: 'revoked',
  },
});

/** Puts a certificate on its issuer's list. Once is enough: again gives the first answer. */
export const revokeCertificate = (core: Core, storage: Storage, key: string, certificate: Certificate): Response => {
  const serial = serialFromKey(key);
  const own = Object.values(storage.issuers).find((issuer) => issuer.serial === serial);
  if (own) throw errorResponse(`adding issuer (id: ${own.id}) to its own CRL is not allowed`);
  const before = storage.revoked[key];
  if (before) return shown(before);
  if (certificate.notAfter < core.wall + 2000)
    return { warnings: [`certificate with serial ${serial} already expired; refusing to add to CRL`] };
  const revocation = { at: core.wall, issuer: certificate.issuer };
  storage.revoked[key] = revocation;
  if (!storage.crlConfig.auto_rebuild) rebuildLists(core, storage);
  return shown(revocation);
};

/** @throws VaultError 500: plain Go errors in the real one too */
const serialOfCertificate = (storage: Storage, text: string): string => {
  if (text.length < 75)
    throw goError(
      'provided certificate data was too short; perhaps a path was passed to the API rather than the contents of a PEM file',
    );
  if (!text.includes('-----BEGIN ')) throw goError('certificate contains no PEM data');
  const serial = serialOf(text);
  if (serial === undefined) throw goError('certificate could not be parsed: x509: malformed certificate');
  if (!storage.certificates[serialKey(serial)])
    throw goError(
      'unable to verify signature on presented cert from any present issuer in this mount; certificates from previous CAs will need to have their issuing CA and key re-imported if revocation is necessary',
    );
  return serial;
};

export const revokePath = path<Storage>()({
  pattern: 'revoke',
  fields: { serial_number: { type: 'string' }, certificate: { type: 'string' } },
  operations: {
    update: (core, { storage }, given) => {
      const asked = given.given('serial_number');
      const text = given.given('certificate');
      if (asked === undefined && text === undefined)
        throw errorResponse('The serial number or certificate to revoke must be provided.');
      if (asked !== undefined && text !== undefined)
        throw errorResponse('Must provide either the certificate or the serial to revoke; not both.');
      const serial = text === undefined ? (asked ?? '') : serialOfCertificate(storage, text);
      if (serial === '') throw errorResponse('The serial number must be provided');
      const key = serialKey(serial);
      const certificate = Object.hasOwn(storage.certificates, key) ? storage.certificates[key] : undefined;
      if (!certificate) throw errorResponse(`certificate with serial ${serial} not found.`);
      return revokeCertificate(core, storage, key, certificate);
    },
  },
});

export const revokedList = path<Storage>()({
  pattern: 'certs/revoked/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.revoked).sort().map(serialFromKey)) },
});

export const rotateListPath = path<Storage>()({
  pattern: 'crl/rotate',
  fields: {},
  operations: {
    read: (core, { storage }) => {
      rebuildLists(core, storage);
      return { data: { success: true } };
    },
  },
});

/** There are no delta lists. */
export const rotateDeltaPath = path<Storage>()({
  pattern: 'crl/rotate-delta',
  fields: {},
  operations: {
    read: (_core, { storage }) => ({
      data: { success: true },
      ...(!storage.crlConfig.enable_delta && {
        warnings: ['requested rebuild of delta CRL when delta CRL is not enabled; this is a no-op'],
      }),
    }),
  },
});
