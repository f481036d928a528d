/** Parameters of a certificate. Source: vault: builtin/logical/pki/fields.go. */
import type { FieldData, FieldSchemas } from '../framework/index.ts';

const common = {
  exclude_cn_from_sans: { type: 'bool' },
  format: { type: 'string', default: 'pem' },
  private_key_format: { type: 'string', default: 'der' },
  ip_sans: { type: 'comma slice' },
  uri_sans: { type: 'comma slice' },
  other_sans: { type: 'comma slice' },
  common_name: { type: 'string' },
  alt_names: { type: 'string' },
  serial_number: { type: 'string' },
  ttl: { type: 'duration' },
  not_after: { type: 'string' },
} as const satisfies FieldSchemas;

/** Of a leaf. */
export const leafFields = {
  ...common,
  role: { type: 'string' },
  issuer_ref: { type: 'string', default: 'default' },
  remove_roots_from_chain: { type: 'bool' },
  user_ids: { type: 'comma slice' },
  cert_metadata: { type: 'string' },
} as const satisfies FieldSchemas;

/** Of a root. */
export const rootFields = {
  ...common,
  exported: { type: 'string' },
  ou: { type: 'comma slice' },
  organization: { type: 'comma slice' },
  country: { type: 'comma slice' },
  locality: { type: 'comma slice' },
  province: { type: 'comma slice' },
  street_address: { type: 'comma slice' },
  postal_code: { type: 'comma slice' },
  not_before_duration: { type: 'duration', default: 30 },
  key_type: { type: 'string', default: 'rsa' },
  key_bits: { type: 'int' },
  signature_bits: { type: 'int' },
  use_pss: { type: 'bool' },
  max_path_length: { type: 'int', default: -1 },
  permitted_dns_domains: { type: 'comma slice' },
  excluded_dns_domains: { type: 'comma slice' },
  permitted_ip_ranges: { type: 'comma slice' },
  excluded_ip_ranges: { type: 'comma slice' },
  permitted_email_addresses: { type: 'comma slice' },
  excluded_email_addresses: { type: 'comma slice' },
  permitted_uri_domains: { type: 'comma slice' },
  excluded_uri_domains: { type: 'comma slice' },
  key_usage: { type: 'comma slice', default: ['CertSign', 'CRLSign'] },
  issuer_name: { type: 'string' },
  key_name: { type: 'string' },
  key_ref: { type: 'string', default: 'default' },
  managed_key_name: { type: 'string' },
  managed_key_id: { type: 'string' },
} as const satisfies FieldSchemas;

/** What both have. */
export type CertificateFields = FieldData<typeof common>;

export const FORMATS = ['pem', 'der', 'pem_bundle'];
