/** `issuers`, `issuer/<ref>` and `config/issuers`. Source: vault: builtin/logical/pki/path_fetch_issuers.go, path_config_ca.go. */
import {
  errorResponse,
  type FieldData,
  type FieldSchemas,
  goError,
  goPrint,
  listResponse,
  nameRegex,
  path,
  type Response,
} from '../framework/index.ts';
import { rawPem } from './fetch-path.ts';
import { newIssuerName } from './names-of-things.ts';
import { DEFAULT, issuerBy } from './references.ts';
import { rebuildLists } from './revocation-lists.ts';
import type { Issuer, LeafNotAfter, Storage } from './storage.ts';
import { checkUrls, noUrls } from './urls.ts';

const USAGES = ['crl-signing', 'issuing-certificates', 'ocsp-signing', 'read-only'];
const BEHAVIOURS = ['err', 'always_enforce_err', 'truncate', 'permit'];

/** @throws VaultError 500: the real one wraps it too */
const known = (storage: Storage, reference: string): Issuer => {
  const issuer = issuerBy(storage, reference);
  if (typeof issuer === 'string') throw goError(issuer);
  return issuer;
};

/** As stored: with a final line end. */
const stored = (pem: string): string => `${pem}\n`;

const view = (issuer: Issuer): Response => {
  const urls = issuer.urls ?? noUrls();
  return {
    data: {
      ca_chain: [stored(issuer.certificate)],
      certificate: stored(issuer.certificate),
      crl_distribution_points: urls.crl_distribution_points,
      enable_aia_url_templating: urls.enable_templating,
      issuer_id: issuer.id,
      issuer_name: issuer.name,
      issuing_certificates: urls.issuing_certificates,
      key_id: issuer.keyId,
      leaf_not_after_behavior: issuer.leafNotAfter,
      manual_chain: null,
      ocsp_servers: urls.ocsp_servers,
      revocation_signature_algorithm: issuer.signatureAlgorithm,
      revoked: false,
      usage: issuer.usage.join(','),
    },
  };
};

const fields = {
  issuer_ref: { type: 'string', default: DEFAULT },
  issuer_name: { type: 'string' },
  leaf_not_after_behavior: { type: 'string', default: 'err' },
  manual_chain: { type: 'comma slice' },
  usage: { type: 'comma slice', default: ['read-only', 'issuing-certificates', 'crl-signing', 'ocsp-signing'] },
  revocation_signature_algorithm: { type: 'string' },
  issuing_certificates: { type: 'comma slice' },
  crl_distribution_points: { type: 'comma slice' },
  ocsp_servers: { type: 'comma slice' },
  enable_aia_url_templating: { type: 'bool' },
} as const satisfies FieldSchemas;

const checkedUsage = (usage: readonly string[]): readonly string[] => {
  if (usage.some((name) => !USAGES.includes(name)))
    throw errorResponse(`Unable to parse specified usages: ${goPrint(usage)} - valid values are ${USAGES.join(',')}`);
  return USAGES.filter((name) => usage.includes(name));
};

/** A write sets everything; a patch what is given. */
const update = (storage: Storage, given: FieldData<typeof fields>, partly: boolean): Response => {
  const issuer = known(storage, given.get('issuer_ref'));
  const name = newIssuerName(storage, given.given('issuer_name'), issuer.name);
  const behaviour = given.get('leaf_not_after_behavior');
  if (!BEHAVIOURS.includes(behaviour))
    throw errorResponse(
      'Unknown value for field `leaf_not_after_behavior`. Possible values are `err`, `truncate`, and `permit`.',
    );
  const keeps = (field: keyof typeof fields & string): boolean => partly && given.given(field) === undefined;
  const usage = checkedUsage(given.get('usage'));
  const urls = {
    issuing_certificates: given.get('issuing_certificates'),
    crl_distribution_points: given.get('crl_distribution_points'),
    ocsp_servers: given.get('ocsp_servers'),
    enable_templating: given.get('enable_aia_url_templating'),
  };
  checkUrls(urls);
  if (!keeps('issuer_name')) issuer.name = name;
  if (!keeps('leaf_not_after_behavior')) issuer.leafNotAfter = behaviour as LeafNotAfter;
  if (!keeps('usage')) issuer.usage = usage;
  if (given.given('revocation_signature_algorithm') !== undefined)
    issuer.signatureAlgorithm = given.get('revocation_signature_algorithm');
  const some = urls.issuing_certificates.length + urls.crl_distribution_points.length + urls.ocsp_servers.length > 0;
  if (some || !partly) issuer.urls = some ? urls : null;
  return view(issuer);
};

const referencing = (storage: Storage, reference: string): readonly string[] => {
  const count = Object.values(storage.roles).filter((role) => role.issuer_ref === reference).length;
  return count > 0 ? [`${count} roles reference ${reference}`] : [];
};

export const issuerPath = path<Storage>()({
  pattern: `issuer/${nameRegex('issuer_ref')}`,
  fields,
  operations: {
    read: (_core, { storage }, given) => view(known(storage, given.get('issuer_ref'))),
    update: (_core, { storage }, given) => update(storage, given, false),
    patch: (_core, { storage }, given) => update(storage, given, true),
    delete: (core, { storage }, given) => {
      const reference = given.get('issuer_ref');
      const issuer = issuerBy(storage, reference);
      if (typeof issuer === 'string') return {};
      const warnings = [
        ...(issuer.name === '' ? [] : referencing(storage, issuer.name)),
        ...referencing(storage, issuer.id),
      ];
      delete storage.issuers[issuer.id];
      if (storage.defaultIssuer === issuer.id) {
        storage.defaultIssuer = '';
        warnings.push(
          `Deleted issuer ${issuer.id} (via issuer_ref ${reference}); this was configured as the default issuer. Operations without an explicit issuer will not work until a new default is configured.`,
          ...referencing(storage, DEFAULT),
        );
      }
      rebuildLists(core, storage);
      return { ...(warnings.length > 0 && { warnings }) };
    },
  },
});

export const rawIssuerPath = path<Storage>()({
  pattern: `issuer/${nameRegex('issuer_ref')}/(?:json|der|pem)`,
  fields: { issuer_ref: { type: 'string' } },
  operations: {
    read: (_core, request, given) => {
      const issuer = known(request.storage, given.get('issuer_ref'));
      const pem = stored(issuer.certificate);
      if (request.path.endsWith('/pem')) return rawPem(pem, true, 'application/pem-certificate-chain');
      if (request.path.endsWith('/der')) return rawPem(pem, false, 'application/pkix-cert');
      return { data: { ca_chain: [pem], certificate: pem, issuer_id: issuer.id, issuer_name: issuer.name } };
    },
  },
});

export const issuerListPath = path<Storage>()({
  pattern: `issuer/${nameRegex('issuer_ref')}/crl(?:/pem|/der)?`,
  fields: { issuer_ref: { type: 'string' } },
  operations: {
    read: (_core, request, given) => {
      const { crl } = known(request.storage, given.get('issuer_ref'));
      if (request.path.endsWith('/pem')) return rawPem(crl === '' ? '' : stored(crl), true, 'application/x-pem-file');
      if (request.path.endsWith('/der')) return rawPem(crl, false, 'application/pkix-crl');
      return { data: { crl: crl === '' ? '' : stored(crl) } };
    },
  },
});

export const issuerList = path<Storage>()({
  pattern: 'issuers/?',
  fields: {},
  operations: {
    list: (_core, { storage }) => {
      const ids = Object.keys(storage.issuers).sort();
      const info = ids.map((id) => {
        const issuer = storage.issuers[id];
        return [
          id,
          {
            is_default: id === storage.defaultIssuer,
            issuer_name: issuer?.name ?? '',
            key_id: issuer?.keyId ?? '',
            serial_number: issuer?.serial ?? '',
          },
        ];
      });
      return listResponse(ids, Object.fromEntries(info));
    },
  },
});

const configView = (storage: Storage): Response => ({
  data: { default: storage.defaultIssuer, default_follows_latest_issuer: storage.followLatest },
});

/** `root/replace` is the same with `next` for a default. */
export const issuersConfigPath = path<Storage>()({
  pattern: '(?:config/issuers|root/replace)',
  fields: { default: { type: 'string' }, default_follows_latest_issuer: { type: 'bool' } },
  operations: {
    read: (_core, { storage }) => configView(storage),
    update: (_core, request, given) => {
      const { storage } = request;
      const reference = given.given('default') ?? (request.path === 'root/replace' ? 'next' : '');
      if (reference === '' || reference === DEFAULT)
        throw errorResponse("Invalid issuer specification; must be non-empty and can't be 'default'.");
      const issuer = issuerBy(storage, reference);
      if (typeof issuer === 'string') throw errorResponse(`Error resolving issuer reference: ${issuer}`);
      storage.defaultIssuer = issuer.id;
      storage.followLatest = given.given('default_follows_latest_issuer') ?? storage.followLatest;
      return configView(storage);
    },
  },
});
