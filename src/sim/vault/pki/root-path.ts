/** `root/generate/<exported>` and `root`. Source: vault: builtin/logical/pki/path_root.go, ca_util.go. */
import { isEmptyName, type KeyPair, newKeyPair } from '../../x509/index.ts';
import {
  type Core,
  errorResponse,
  type FieldData,
  type Handler,
  nameRegex,
  path,
  type Response,
} from '../framework/index.ts';
import { askerOf } from './asker.ts';
import { checkFormat, shownAs } from './formats.ts';
import { rootFields } from './issue-fields.ts';
import { checkedLength } from './key-length.ts';
import { keepCertificate, type Made, makeCertificate } from './make-certificate.ts';
import { newIssuerName, newKeyName } from './names-of-things.ts';
import { notAfterOf } from './not-after.ts';
import { issuerBy, keyBy } from './references.ts';
import { rebuildLists } from './revocation-lists.ts';
import { type Role, rootRole } from './role.ts';
import type { Issuer, Storage, StoredKey } from './storage.ts';
import { subjectOf } from './subject.ts';
import { urlsFor } from './urls.ts';
import { rootUsageComplaint } from './usages.ts';

type Fields = FieldData<typeof rootFields>;

const EXPORTED = ['internal', 'exported', 'existing', 'kms'];
const ALL_USAGES = ['crl-signing', 'issuing-certificates', 'ocsp-signing', 'read-only'];

const roleFor = (given: Fields, type: string, bits: number): Role => {
  const { keyBits, signatureBits } = checkedLength(type, bits, given.get('signature_bits'));
  return rootRole({
    ttl: given.get('ttl'),
    key_type: type,
    key_bits: keyBits,
    signature_bits: signatureBits,
    use_pss: given.get('use_pss'),
    ou: given.get('ou'),
    organization: given.get('organization'),
    country: given.get('country'),
    locality: given.get('locality'),
    province: given.get('province'),
    street_address: given.get('street_address'),
    postal_code: given.get('postal_code'),
    not_before_duration: given.get('not_before_duration'),
  });
};

/** The key of `existing`; `undefined`: a new one is made. */
const presentKey = (storage: Storage, given: Fields): StoredKey | undefined => {
  if (given.get('exported') !== 'existing') return undefined;
  if (given.given('key_type') !== undefined || given.given('key_bits') !== undefined)
    throw errorResponse(
      'invalid parameter for the kms/existing path parameter, key_type nor key_bits arguments can be set in this mode',
    );
  const key = keyBy(storage, given.get('key_ref'));
  if (typeof key === 'string') throw errorResponse(`failed to lookup public key from existing key: ${key}`);
  return key;
};

const warningsOf = (storage: Storage, given: Fields, subjectless: boolean): string[] => {
  const warnings: string[] = [];
  const usages = given.given('key_usage');
  // The real check complains about nothing when all is well, and says so.
  if (usages) warnings.push(`Invalid key usage will be ignored: ${rootUsageComplaint(usages)}`);
  if (subjectless)
    warnings.push(
      'This issuer certificate was generated without a Subject; this makes it likely that issuing leaf certs with this certificate will cause TLS validation libraries to reject this certificate.',
    );
  const { issuing, crl, ocsp } = urlsFor(storage, undefined);
  if (issuing.length + crl.length + ocsp.length === 0)
    warnings.push(
      "This mount hasn't configured any authority information access (AIA) fields; this may make it harder for systems to find missing certificates in the chain or to validate revocation status of certificates. Consider updating /config/urls or the newly generated issuer with this information.",
    );
  return warnings;
};

/** As certificates name what they are signed with. (certutil: InvSignatureAlgorithmNames) */
const algorithmName = ({ type, bits }: KeyPair, role: Role): string => {
  if (type === 'ed25519') return 'Ed25519';
  if (type === 'ec') return `ECDSAWithSHA${bits === 384 ? 384 : bits === 521 ? 512 : 256}`;
  return `SHA${role.signature_bits}WithRSA${role.use_pss ? 'PSS' : ''}`;
};

const keepIssuer = (storage: Storage, issuer: Issuer, key: StoredKey): void => {
  storage.keys[key.id] = key;
  storage.issuers[issuer.id] = issuer;
  if (storage.defaultKey === '') storage.defaultKey = key.id;
  if (storage.defaultIssuer === '' || storage.followLatest) storage.defaultIssuer = issuer.id;
};

const answer = (
  given: Fields,
  format: string,
  made: Made,
  issuer: Issuer,
  key: StoredKey,
  warnings: readonly string[],
): Response => ({
  data: {
    ...shownAs(format, given.get('private_key_format'), {
      certificate: made.certificate,
      issuingCa: made.certificate,
      chain: [],
      pair: given.get('exported') === 'exported' ? key.pair : undefined,
    }),
    expiration: made.notAfter / 1000,
    issuer_id: issuer.id,
    issuer_name: issuer.name,
    key_id: key.id,
    key_name: key.name,
    serial_number: made.serial,
  },
  ...(warnings.length > 0 && { warnings }),
});

const newKey = (core: Core, role: Role, name: string): StoredKey => ({
  id: core.random.uuid(),
  name,
  pair: newKeyPair(
    core.random,
    role.key_type === 'rsa' || role.key_type === 'ec' ? role.key_type : 'ed25519',
    role.key_bits,
  ),
});

/** @param rotating a nameless new root is called `next` where nothing is called so yet */
const generate =
  (rotating: boolean): Handler<Storage, typeof rootFields> =>
  (core, request, given) => {
    const { storage } = request;
    if (!EXPORTED.includes(given.get('exported')))
      throw errorResponse('the "exported" path parameter must be "internal", "existing", exported" or "kms"');
    const format = checkFormat(given.get('format'));
    if (given.get('exported') === 'kms') core.notModelled('pki: managed keys');
    const present = presentKey(storage, given);
    const role = roleFor(
      given,
      present?.pair.type ?? given.get('key_type'),
      present?.pair.bits ?? given.get('key_bits'),
    );
    const asked = newIssuerName(storage, given.given('issuer_name'));
    const name = rotating && asked === '' && typeof issuerBy(storage, 'next') === 'string' ? 'next' : asked;
    const keyName = newKeyName(storage, given.given('key_name'));
    if (role.key_type === 'any') throw errorResponse('unknown key type: any');
    const { subject, names } = subjectOf(role, askerOf(core, request), given);
    // The warnings about its TTL are lost in the real one as well: those about the revocation list take their place.
    const { at } = notAfterOf(core, role, given, undefined);
    const key = present ?? newKey(core, role, keyName);
    const pathLength = given.get('max_path_length');
    const root = {
      pathLength,
      permittedDns: given.get('permitted_dns_domains'),
      excludedDns: given.get('excluded_dns_domains'),
    };
    const made = makeCertificate(
      core,
      storage,
      { role, subject, names, notAfter: at, pair: key.pair },
      undefined,
      root,
    );
    const warnings = warningsOf(storage, given, isEmptyName(subject));
    const issuer: Issuer = {
      id: core.random.uuid(),
      name,
      keyId: key.id,
      subject,
      certificate: made.certificate,
      serial: made.serial,
      notAfter: made.notAfter,
      leafNotAfter: 'err',
      usage: ALL_USAGES,
      signatureAlgorithm: algorithmName(key.pair, role),
      hashBits: role.signature_bits || 256,
      pss: role.use_pss,
      urls: null,
      crl: '',
    };
    keepIssuer(storage, issuer, key);
    keepCertificate(storage, made, issuer.id, true);
    rebuildLists(core, storage);
    if (pathLength === 0)
      warnings.push(
        'Max path length of the generated certificate is zero. This certificate cannot be used to issue intermediate CA certificates.',
      );
    return answer(given, format, made, issuer, key, warnings);
  };

export const rootPath = path<Storage>()({
  pattern: `(?:root/generate|issuers/generate/root)/${nameRegex('exported')}`,
  fields: rootFields,
  operations: { update: generate(false) },
});

export const rotateRootPath = path<Storage>()({
  pattern: `root/rotate/${nameRegex('exported')}`,
  fields: rootFields,
  operations: { update: generate(true) },
});

export const deleteRootPath = path<Storage>()({
  pattern: 'root',
  fields: {},
  operations: {
    delete: (_core, { storage }) => {
      storage.issuers = {};
      storage.keys = {};
      storage.defaultIssuer = '';
      storage.defaultKey = '';
      return {
        warnings: [
          'DELETE /root deletes all keys and issuers; prefer the new DELETE /key/:key_ref and DELETE /issuer/:issuer_ref for finer granularity, unless removal of all keys and issuers is desired.',
        ],
      };
    },
  },
});
