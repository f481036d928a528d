/** Reading authorities, lists and certificates; needs no token. Source: vault: builtin/logical/pki/path_fetch.go. */
import { fromBase64 } from '../../jwt/index.ts';
import { derBase64 } from '../../x509/index.ts';
import { errorResponse, goTime, listResponse, path, type Response } from '../framework/index.ts';
import { DEFAULT, issuerBy } from './references.ts';
import { type Issuer, type Storage, serialFromKey, serialKey } from './storage.ts';

/** DER as it travels: one character a byte. */
const binary = (pem: string): string => {
  const decoded = fromBase64(derBase64(pem));
  return 'bytes' in decoded ? String.fromCharCode(...decoded.bytes) : '';
};

/** A body that is no envelope; none at all where there is nothing to show. @param pem '' : nothing */
export const rawPem = (pem: string, asPem: boolean, type: string): Response =>
  pem === ''
    ? { status: 204, raw: { body: null, headers: { 'content-type': type } } }
    : { status: 200, raw: { body: asPem ? pem : binary(pem), headers: { 'content-type': type } } };

const defaultIssuer = (storage: Storage): Issuer | undefined => {
  const issuer = issuerBy(storage, DEFAULT);
  return typeof issuer === 'string' ? undefined : issuer;
};

const DER_TYPE = 'application/pkix-cert';
const CHAIN_TYPE = 'application/pem-certificate-chain';
const LIST_TYPE = 'application/pkix-crl';
const PEM_TYPE = 'application/x-pem-file';

const unrevoked = (certificate: string, more: object = {}): Response => ({
  data: { ...more, certificate, revocation_time: 0, revocation_time_rfc3339: '' },
});

/** `ca`, `ca/pem`, `cert/ca/raw`: raw; `cert/ca`: in an envelope. */
export const caPath = path<Storage>()({
  pattern: '(?:ca(?:/pem)?|cert/ca(?:/raw(?:/pem)?)?)',
  fields: {},
  operations: {
    read: (_core, request) => {
      const issuer = defaultIssuer(request.storage);
      if (request.path === 'cert/ca') {
        if (!issuer) throw errorResponse('no default issuer currently configured');
        return unrevoked(issuer.certificate);
      }
      const asPem = request.path.endsWith('/pem');
      return rawPem(issuer?.certificate ?? '', asPem, asPem ? CHAIN_TYPE : DER_TYPE);
    },
  },
});

export const chainPath = path<Storage>()({
  pattern: '(?:cert/)?ca_chain',
  fields: {},
  operations: {
    read: (_core, request) => {
      const issuer = defaultIssuer(request.storage);
      if (request.path === 'ca_chain') return rawPem(issuer?.certificate ?? '', true, DER_TYPE);
      if (!issuer) throw errorResponse('no default issuer currently configured');
      return unrevoked(issuer.certificate, { ca_chain: issuer.certificate });
    },
  },
});

export const listPath = path<Storage>()({
  pattern: '(?:crl(?:/pem)?|cert/crl(?:/raw(?:/pem)?)?)',
  fields: {},
  operations: {
    read: (_core, request) => {
      const crl = defaultIssuer(request.storage)?.crl ?? '';
      if (request.path === 'cert/crl') return crl === '' ? undefined : unrevoked(crl);
      const asPem = request.path.endsWith('/pem');
      return rawPem(crl, asPem, asPem ? PEM_TYPE : LIST_TYPE);
    },
  },
});

/** There are no delta lists. */
export const deltaPath = path<Storage>()({
  pattern: '(?:crl/delta(?:/pem)?|cert/delta-crl)',
  fields: {},
  operations: {
    read: (_core, request) => (request.path === 'cert/delta-crl' ? undefined : rawPem('', true, LIST_TYPE)),
  },
});

export const certificatePath = path<Storage>()({
  pattern: 'cert/(?<serial>[0-9A-Fa-f:-]+)(?:/raw(?:/pem)?)?',
  fields: { serial: { type: 'string' } },
  operations: {
    read: (_core, request, given) => {
      const { storage } = request;
      const key = serialKey(given.get('serial'));
      const pem = storage.certificates[key]?.pem;
      const asPem = request.path.endsWith('/pem');
      if (asPem || request.path.endsWith('/raw')) return rawPem(pem ?? '', asPem, asPem ? CHAIN_TYPE : DER_TYPE);
      if (pem === undefined) return undefined;
      const revocation = storage.revoked[key];
      if (!revocation) return unrevoked(pem);
      return {
        data: {
          certificate: pem,
          ...(revocation.issuer !== '' && { issuer_id: revocation.issuer }),
          revocation_time: Math.floor(revocation.at / 1000),
          revocation_time_rfc3339: goTime(revocation.at),
        },
      };
    },
  },
});

export const certificateList = path<Storage>()({
  pattern: 'certs/?',
  fields: {},
  operations: {
    list: (_core, { storage }) => listResponse(Object.keys(storage.certificates).sort().map(serialFromKey)),
  },
});
