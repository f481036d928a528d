/** Which policies a new token gets: asked for, inherited, or as its role allows. (vault: token_store.go, handleCreateCommon) */
import type { Token } from '../core/token.ts';
import { errorResponse, invalidRequest } from '../framework/index.ts';
import type { CreateFields } from './create.ts';
import { globMatches, NOT_ASSIGNABLE, sanitizePolicies, uniqueSorted } from './policies.ts';
import type { TokenRole } from './storage.ts';

interface Asked {
  readonly fields: CreateFields;
  readonly role: TokenRole | undefined;
  readonly parent: Token;
  readonly sudo: boolean;
  readonly type: 'service' | 'batch';
}

/** `["a" "b"]`, as Go's `%q` prints a list. */
const quoted = (names: readonly string[]): string => `[${names.map((name) => JSON.stringify(name)).join(' ')}]`;

const within = (names: readonly string[], globs: readonly string[], name: string): boolean =>
  names.includes(name) || globs.some((glob) => globMatches(glob, name));

const restricts = (role: TokenRole): boolean =>
  [role.allowedPolicies, role.allowedPoliciesGlob, role.disallowedPolicies, role.disallowedPoliciesGlob].some(
    (list) => list.length > 0,
  );

const checkAllowed = (role: TokenRole, names: readonly string[], addDefault: boolean): void => {
  const allowed = sanitizePolicies(role.allowedPolicies, addDefault);
  const globs = sanitizePolicies(role.allowedPoliciesGlob, false);
  if (names.every((name) => within(allowed, globs, name))) return;
  throw invalidRequest(
    `token policies (${quoted(names)}) must be subset of the role's allowed policies (${quoted(allowed)}) or glob policies (${quoted(globs)})`,
  );
};

const checkDisallowed = (role: TokenRole, names: readonly string[]): void => {
  const disallowed = uniqueSorted(role.disallowedPolicies);
  const globs = uniqueSorted(role.disallowedPoliciesGlob);
  const bad = names.find((name) => within(disallowed, globs, name));
  if (bad !== undefined) throw invalidRequest(`token policy ${JSON.stringify(bad)} is disallowed by this role`);
};

/** A role with lists decides apart from the parent's policies. */
const byRole = ({ fields, parent }: Asked, role: TokenRole): readonly string[] => {
  // `token_no_default_policy` of the role has no effect that the recordings show.
  const addDefault =
    !fields.get('no_default_policy') && !within(role.disallowedPolicies, role.disallowedPoliciesGlob, 'default');
  const asked = fields.get('policies');
  const hasAllowed = role.allowedPolicies.length > 0 || role.allowedPoliciesGlob.length > 0;
  let names: readonly string[];
  if (asked.length > 0) {
    names = sanitizePolicies(asked, addDefault);
    if (hasAllowed) checkAllowed(role, names, addDefault);
  } else names = sanitizePolicies(hasAllowed ? role.allowedPolicies : parent.policies, addDefault);
  checkDisallowed(role, names);
  return names;
};

const withoutRole = ({ fields, parent, sudo }: Asked): readonly string[] => {
  const asked = fields.get('policies');
  if (asked.length === 0) return sanitizePolicies(parent.policies, false);
  const noDefault = fields.get('no_default_policy');
  if (sudo) return sanitizePolicies(asked, !noDefault);
  const own = sanitizePolicies(parent.policies, false);
  if (!sanitizePolicies(asked, false).every((name) => own.includes(name)))
    throw invalidRequest('child policies must be subset of parent');
  return sanitizePolicies(asked, !noDefault && own.includes('default'));
};

/** @throws VaultError 400 */
export const policiesFor = (asked: Asked): readonly string[] => {
  const { fields, role, parent, type } = asked;
  const granted = role && restricts(role) ? byRole(asked, role) : withoutRole(asked);
  const names = fields.get('no_default_policy') ? granted.filter((name) => name !== 'default') : granted;
  const internal = names.find((name) => NOT_ASSIGNABLE.includes(name));
  if (internal !== undefined) throw errorResponse(`cannot assign policy ${JSON.stringify(internal)}`);
  if (!names.includes('root')) return names;
  if (!parent.policies.includes('root'))
    throw invalidRequest('root tokens may not be created without parent token being root');
  if (type === 'batch') throw errorResponse('batch tokens cannot be root tokens');
  return names;
};
