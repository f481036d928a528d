/** `issue/<role>`: a certificate with its private key. Source: vault: builtin/logical/pki/path_issue_sign.go. */
import { newKeyPair } from '../../x509/index.ts';
import {
  type Core,
  errorResponse,
  type FieldData,
  goError,
  nameRegex,
  path,
  type Request,
  type Response,
} from '../framework/index.ts';
import { askerOf } from './asker.ts';
import { checkFormat, shownAs } from './formats.ts';
import { leafFields } from './issue-fields.ts';
import { keepCertificate, type Made, makeCertificate } from './make-certificate.ts';
import { notAfterOf } from './not-after.ts';
import { issuerBy } from './references.ts';
import type { Role } from './role.ts';
import { find, type Issuer, type Storage, type StoredKey } from './storage.ts';
import { subjectOf, withUserIds } from './subject.ts';

type Fields = FieldData<typeof leafFields>;

const roleOf = (storage: Storage, name: string): Role => {
  const role = find(storage.roles, name);
  if (!role) throw errorResponse(`unknown role: ${name}`);
  if (role.key_type === 'any')
    throw errorResponse('role key type "any" not allowed for issuing certificates, only signing');
  return role;
};

/** An issuer that may sign, with its key. @throws VaultError 500, as the real one wraps it */
const signerOf = (storage: Storage, reference: string): { readonly entry: Issuer; readonly key: StoredKey } => {
  const entry = issuerBy(storage, reference);
  const missing = (text: string) => goError(`could not fetch the CA certificate (was one set?): ${text}`);
  if (typeof entry === 'string') throw missing(entry);
  if (!entry.usage.includes('issuing-certificates'))
    throw goError(
      `error fetching CA certificate: error while attempting to use issuer ${entry.id}: requested usage issuing-certificates for issuer [${entry.id}] but only had usage ${entry.usage.join(',')}`,
    );
  const key = storage.keys[entry.keyId];
  if (!key)
    throw missing(`unable to fetch corresponding key for issuer ${entry.id}; unable to use this issuer for signing`);
  return { entry, key };
};

const answer = (core: Core, role: Role, made: Made, parts: object, warnings: readonly string[]): Response => {
  const data = { ...parts, expiration: made.notAfter / 1000, serial_number: made.serial };
  // Added once when the answer is made and once more before it is sent.
  const twice = [...warnings, ...warnings];
  return {
    data,
    ...(twice.length > 0 && { warnings: twice }),
    ...(role.generate_lease && {
      secret: {
        type: 'pki',
        internal: { serial_number: made.serial },
        ttl: Math.max(1, Math.floor((made.notAfter - core.wall) / 1000)),
        renewable: false,
      },
    }),
  };
};

const issue = (core: Core, request: Request<Storage>, given: Fields, reference: string | undefined): Response => {
  const { storage } = request;
  const role = roleOf(storage, given.get('role'));
  if (given.given('cert_metadata') !== undefined) throw goError('cert_metadata is only supported on Vault Enterprise');
  const format = checkFormat(given.get('format'));
  const { entry, key } = signerOf(storage, reference ?? role.issuer_ref);
  const { subject, names } = subjectOf(role, askerOf(core, request), given);
  const { at, warnings } = notAfterOf(core, role, given, entry);
  const type = role.key_type === 'rsa' || role.key_type === 'ec' ? role.key_type : 'ed25519';
  const pair = newKeyPair(core.random, type, role.key_bits);
  const asked = { role, subject: withUserIds(role, subject, given.get('user_ids')), names, notAfter: at, pair };
  const made = makeCertificate(core, storage, asked, { entry, pair: key.pair }, undefined);
  if (!role.no_store) keepCertificate(storage, made, entry.id, false);
  const parts = shownAs(format, given.get('private_key_format'), {
    certificate: made.certificate,
    issuingCa: entry.certificate,
    chain: given.get('remove_roots_from_chain') ? [] : [entry.certificate],
    pair,
  });
  return answer(core, role, made, parts, warnings);
};

/** With the issuer that the role names. */
export const issuePath = path<Storage>()({
  pattern: `issue/${nameRegex('role')}`,
  fields: leafFields,
  operations: { update: (core, request, given) => issue(core, request, given, undefined) },
});

/** With an issuer of the caller's choice. */
export const issuerIssuePath = path<Storage>()({
  pattern: `issuer/${nameRegex('issuer_ref')}/issue/${nameRegex('role')}`,
  fields: leafFields,
  operations: { update: (core, request, given) => issue(core, request, given, given.get('issuer_ref')) },
});
