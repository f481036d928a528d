/** Whom a certificate is for: names asked for, checked against a role. Source: vault: issuing/issue_common.go, GenerateCreationBundle. */
import type { AltNames, Name } from '../../x509/index.ts';
import { addressBytes, errorResponse } from '../framework/index.ts';
import { globMatches } from '../tokens/policies.ts';
import { type Asker, commonNameAllowed, refusedName } from './allowed-names.ts';
import { domainError, isHostName } from './host-name.ts';
import type { CertificateFields } from './issue-fields.ts';
import { type OtherName, parseOtherNames, refusedOtherName } from './other-names.ts';
import type { Role } from './role.ts';

export interface Subject {
  readonly subject: Name;
  readonly names: AltNames;
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Trimmed, each once, sorted. (strutil.ParseDedupAndSortStrings) */
const listed = (text: string): readonly string[] =>
  unique(
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ).toSorted();

/** Splits names into e-mail addresses and domains; what is neither is left out. */
const sorted = (names: readonly string[]): { readonly dns: readonly string[]; readonly emails: readonly string[] } => {
  const dns: string[] = [];
  const emails: string[] = [];
  for (const name of names) {
    if (name.includes('@')) emails.push(name);
    else {
      const error = domainError(name);
      if (error !== undefined) throw errorResponse(error);
      if (isHostName(name)) dns.push(name);
    }
  }
  return { dns, emails };
};

const serialAllowed = (patterns: readonly string[], serial: string): boolean =>
  patterns.some((pattern) => pattern !== '' && globMatches(pattern, serial));

const userIdAllowed = (patterns: readonly string[], id: string): boolean =>
  patterns.some(
    (pattern) => pattern !== '' && (pattern.toLowerCase() === id.toLowerCase() || globMatches(pattern, id)),
  );

const addresses = (role: Role, texts: readonly string[]): readonly (readonly number[])[] => {
  if (texts.length > 0 && !role.allow_ip_sans)
    throw errorResponse(
      `IP Subject Alternative Names are not allowed in this role, but was provided [${texts.join(' ')}]`,
    );
  return texts.map((text) => {
    const bytes = addressBytes(text);
    if (!bytes) throw errorResponse(`the value ${JSON.stringify(text)} is not a valid IP address`);
    return bytes;
  });
};

const uris = (role: Role, asker: Asker, texts: readonly string[]): readonly string[] => {
  if (texts.length === 0) return texts;
  if (role.allowed_uri_sans.length === 0)
    throw errorResponse('URI Subject Alternative Names are not allowed in this role, but were provided via the API');
  const patterns = role.allowed_uri_sans.map((text) => (role.allowed_uri_sans_template ? asker.filled(text) : text));
  for (const uri of texts)
    if (!patterns.some((pattern) => pattern !== undefined && globMatches(pattern, uri)))
      throw errorResponse('URI Subject Alternative Names were provided via the API which are not valid for this role');
  return texts;
};

const others = (role: Role, texts: readonly string[]): readonly OtherName[] => {
  if (texts.length === 0) return [];
  const parsed = parseOtherNames(texts);
  if ('error' in parsed) throw errorResponse(`could not parse requested other SAN: ${parsed.error}`);
  const refused = refusedOtherName(role.allowed_other_sans, parsed.names);
  if (refused !== undefined) throw errorResponse(refused);
  return parsed.names;
};

const checkNames = (
  role: Role,
  asker: Asker,
  cn: string,
  serial: string,
  { dns, emails }: ReturnType<typeof sorted>,
): void => {
  if (cn !== '' && !commonNameAllowed(role, asker, cn))
    throw errorResponse(`common name ${cn} not allowed by this role`);
  if (serial !== '' && !serialAllowed(role.allowed_serial_numbers, serial))
    throw errorResponse(`serial_number ${serial} not allowed by this role`);
  const badName = refusedName(role, asker, dns);
  if (badName !== undefined) throw errorResponse(`subject alternate name ${badName} not allowed by this role`);
  const badEmail = refusedName(role, asker, emails);
  if (badEmail !== undefined) throw errorResponse(`email address ${badEmail} not allowed by this role`);
};

/** @throws VaultError 400 with the first name that may not be */
export const subjectOf = (role: Role, asker: Asker, given: CertificateFields): Subject => {
  const cn = given.get('common_name');
  if (cn === '' && role.require_cn)
    throw errorResponse(
      'the common_name field is required, or must be provided in a CSR with "use_csr_common_name" set to true, unless "require_cn" is set to false',
    );
  const serial = given.get('serial_number');
  const asked = [...(cn !== '' && !given.get('exclude_cn_from_sans') ? [cn] : []), ...listed(given.get('alt_names'))];
  const { dns, emails } = sorted(asked);
  checkNames(role, asker, cn, serial, { dns, emails });
  const otherNames = others(role, given.get('other_sans'));
  const ips = addresses(role, given.get('ip_sans'));
  return {
    subject: {
      country: unique(role.country),
      organization: unique(role.organization),
      ou: unique(role.ou),
      locality: unique(role.locality),
      province: unique(role.province),
      streetAddress: unique(role.street_address),
      postalCode: unique(role.postal_code),
      commonName: cn,
      serialNumber: serial,
      userIds: [],
    },
    names: {
      dns: unique(dns).toSorted(),
      emails: unique(emails).toSorted(),
      ips,
      uris: uris(role, asker, given.get('uri_sans')),
      others: otherNames,
    },
  };
};

/** The subject with user ids in it. @throws VaultError 400 */
export const withUserIds = (role: Role, subject: Name, ids: readonly string[]): Name => {
  for (const id of ids)
    if (!userIdAllowed(role.allowed_user_ids, id)) throw errorResponse(`user_id ${id} is not allowed by this role`);
  return { ...subject, userIds: ids };
};
