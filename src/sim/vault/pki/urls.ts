/** `config/urls`: where certificates say one may ask. Source: vault: builtin/logical/pki/path_config_urls.go, issuing/aia.go. */
import type { AuthorityUrls } from '../../x509/index.ts';
import { errorResponse, type FieldSchemas, goError, path } from '../framework/index.ts';
import type { Issuer, Storage, Urls } from './storage.ts';

export const noUrls = (): Urls => ({
  issuing_certificates: [],
  crl_distribution_points: [],
  ocsp_servers: [],
  enable_templating: false,
});

const KINDS = ['issuing_certificates', 'crl_distribution_points', 'ocsp_servers'] as const;
const TEMPLATES = ['{{issuer_id}}', '{{cluster_path}}', '{{cluster_aia_path}}'];

/** As strict as the real one: a scheme, or at least a path with a dot in it. */
const isUrl = (text: string): boolean => {
  if (text.length <= 3 || text.length >= 2083 || text.startsWith('.') || /\s/.test(text)) return false;
  const full = text.includes(':') && !text.includes('://') ? `http://${text}` : text;
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(full);
  if (match)
    return !(match[2] ?? '').startsWith('.') && ((match[2] ?? '') !== '' || full.slice(match[0].length).includes('.'));
  return full.startsWith('/') && full.includes('.');
};

/** The first URL that is none, or that still holds a template. */
export const badUrl = (urls: readonly string[]): string | undefined =>
  urls.find((url) => !isUrl(url) || TEMPLATES.some((template) => url.includes(template)));

/** @throws VaultError 400 */
export const checkUrls = (urls: Urls): void => {
  if (urls.enable_templating) return;
  for (const kind of KINDS) {
    const bad = badUrl(urls[kind]);
    if (bad !== undefined)
      throw errorResponse(`invalid URL found in Authority Information Access (AIA) parameter ${kind}: ${bad}`);
  }
};

const template = (storage: Storage, issuerId: string, url: string): string => {
  const { path: cluster, aia_path: aia } = storage.cluster;
  const lacks = (what: string) =>
    goError(`unable to fetch AIA URL information: unable to template AIA URLs as we lack ${what}`);
  if (url.includes('{{cluster_path}}') && cluster === '') throw lacks('local cluster address information (path)');
  if (url.includes('{{cluster_aia_path}}') && aia === '') throw lacks('local cluster address information (aia_path)');
  if (url.includes('{{issuer_id}}') && issuerId === '') throw lacks('an issuer_id for this operation');
  return url
    .replaceAll('{{cluster_path}}', cluster)
    .replaceAll('{{cluster_aia_path}}', aia)
    .replaceAll('{{issuer_id}}', issuerId);
};

/** What a certificate says. @param issuer who signs; `undefined`: a root, which has no id yet */
export const urlsFor = (storage: Storage, issuer: Issuer | undefined): AuthorityUrls => {
  const urls = issuer?.urls ?? storage.urls;
  const filled = (list: readonly string[]) =>
    urls.enable_templating ? list.map((url) => template(storage, issuer?.id ?? '', url)) : [...list];
  return {
    issuing: filled(urls.issuing_certificates),
    crl: filled(urls.crl_distribution_points),
    ocsp: filled(urls.ocsp_servers),
  };
};

const fields = {
  issuing_certificates: { type: 'comma slice' },
  crl_distribution_points: { type: 'comma slice' },
  ocsp_servers: { type: 'comma slice' },
  enable_templating: { type: 'bool' },
} as const satisfies FieldSchemas;

export const urlsPath = path<Storage>()({
  pattern: 'config/urls',
  fields,
  operations: {
    read: (_core, { storage }) => ({ data: { ...storage.urls } }),
    update: (_core, { storage }, given) => {
      const urls = {
        issuing_certificates: given.given('issuing_certificates') ?? storage.urls.issuing_certificates,
        crl_distribution_points: given.given('crl_distribution_points') ?? storage.urls.crl_distribution_points,
        ocsp_servers: given.given('ocsp_servers') ?? storage.urls.ocsp_servers,
        enable_templating: given.given('enable_templating') ?? storage.urls.enable_templating,
      };
      checkUrls(urls);
      storage.urls = urls;
      return { data: { ...urls } };
    },
  },
});

export const clusterPath = path<Storage>()({
  pattern: 'config/cluster',
  fields: { path: { type: 'string' }, aia_path: { type: 'string' } },
  operations: {
    read: (_core, { storage }) => ({ data: { ...storage.cluster } }),
    update: (_core, { storage }, given) => {
      storage.cluster = {
        path: given.given('path') ?? storage.cluster.path,
        aia_path: given.given('aia_path') ?? storage.cluster.aia_path,
      };
      return { data: { ...storage.cluster } };
    },
  },
});
