/** Whether a role lets a name into a certificate. Source: vault: issuing/issue_common.go, ValidateNames, ValidateCommonName. */
import { globMatches } from '../tokens/policies.ts';
import { domainError, isHostName, isWildcardLabel } from './host-name.ts';
import type { Role } from './role.ts';

/** Who asks, as far as roles care. */
export interface Asker {
  readonly displayName: string;
  /** A domain with identity templates filled in; `undefined`: it cannot be. */
  readonly filled: (template: string) => string | undefined;
}

/** A name taken apart. */
interface Reduced {
  /** Without the part before `@` and without the label that holds a wildcard. */
  readonly name: string;
  readonly isEmail: boolean;
  readonly emailDomain: string;
  /** The label with `*`; `undefined`: no wildcard. */
  readonly wildcard: string | undefined;
}

/** `undefined`: badly formed, refused whatever the role says. */
const reduce = (role: Role, name: string): Reduced | undefined => {
  const parts = name.split('@');
  const isEmail = parts.length > 1;
  if (parts.length > 2) return undefined;
  const domain = parts.at(-1) ?? '';
  const plain = { name: domain, isEmail, emailDomain: domain, wildcard: undefined };
  if (!domain.includes('*')) return plain;
  if (isEmail || !role.allow_wildcard_certificates || domain.split('*').length > 2) return undefined;
  const dot = domain.indexOf('.');
  if (dot < 0) return { ...plain, name: '', wildcard: domain };
  const rest = domain.slice(dot + 1);
  return rest.includes('*') ? undefined : { ...plain, name: rest, wildcard: domain.slice(0, dot) };
};

const wellFormed = ({ name, wildcard }: Reduced): boolean => {
  if (name !== '' && (domainError(name) !== undefined || !isHostName(name))) return false;
  return wildcard === undefined || isWildcardLabel(wildcard);
};

/** Below a domain, or the domain itself with a wildcard before it. */
const isBelow = ({ name, wildcard }: Reduced, domain: string): boolean =>
  name.endsWith(`.${domain}`) || (wildcard !== undefined && name === domain);

const LOCAL = ['localhost', 'localdomain'];

const allowedAsLocal = (role: Role, reduced: Reduced): boolean =>
  LOCAL.includes(reduced.name) || (role.allow_subdomains && LOCAL.some((domain) => isBelow(reduced, domain)));

const allowedByDomain = (role: Role, name: string, reduced: Reduced, domain: string): boolean => {
  const same = (a: string) => a.toLowerCase() === domain.toLowerCase();
  if (role.allow_bare_domains && (same(name) || (reduced.isEmail && same(reduced.emailDomain)))) return true;
  if (role.allow_subdomains) {
    if (reduced.name.endsWith(`.${domain}`)) return true;
    if (reduced.wildcard !== undefined && same(reduced.name)) return true;
  }
  return role.allow_glob_domains && domain.includes('*') && globMatches(domain.toLowerCase(), name.toLowerCase());
};

/** The part of an e-mail-like display name behind its one `@`. */
const displayDomain = (displayName: string): string | undefined => {
  const parts = displayName.split('@');
  return parts.length === 2 ? parts[1] : undefined;
};

const allowedByDisplayName = (role: Role, asker: Asker, name: string, reduced: Reduced): boolean => {
  if (!role.allow_token_displayname) return false;
  if (name === asker.displayName) return true;
  if (!role.allow_subdomains) return false;
  const domain = displayDomain(asker.displayName);
  if (reduced.isEmail && domain !== undefined && reduced.name.endsWith(`.${domain}`)) return true;
  return isBelow(reduced, asker.displayName);
};

const isAllowed = (role: Role, asker: Asker, name: string): boolean => {
  const reduced = reduce(role, name);
  if (!reduced || (role.enforce_hostnames && !wellFormed(reduced))) return false;
  if (role.allow_any_name) return true;
  if (role.allow_localhost && allowedAsLocal(role, reduced)) return true;
  if (allowedByDisplayName(role, asker, name, reduced)) return true;
  return role.allowed_domains.some((text) => {
    const domain = role.allowed_domains_template ? asker.filled(text) : text;
    return domain !== undefined && domain !== '' && allowedByDomain(role, name, reduced, domain);
  });
};

/** The first name that the role does not allow. */
export const refusedName = (role: Role, asker: Asker, names: readonly string[]): string | undefined =>
  names.find((name) => !isAllowed(role, asker, name));

/** Whether a common name is fine, by its kind too. */
export const commonNameAllowed = (role: Role, asker: Asker, name: string): boolean => {
  const { cn_validations: kinds } = role;
  if (kinds.length === 1 && kinds[0] === 'disabled') return true;
  if (!isAllowed(role, asker, name)) return false;
  return kinds.length === 0 || kinds.includes(name.includes('@') ? 'email' : 'hostname');
};
