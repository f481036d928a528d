/** Writing a role: what is kept, what is replaced, what is refused, in the real order. Source: plugin: path_role.go. */
import {
  type Core,
  emptyTokenParams,
  errorResponse,
  type FieldData,
  type FieldSchemas,
  formatGoDuration,
  type Mount,
  oldTokenFields,
  type TokenParams,
  tokenFields,
  updateOldTokenParams,
  updateTokenParams,
} from '../framework/index.ts';
import { audienceLog, audienceWarning } from './audience-warning.ts';
import { mixesStar } from './glob.ts';
import { loggerOf } from './log.ts';
import { ALIAS_NAME_SOURCES, type Role } from './role.ts';
import { parseSelector } from './selector.ts';

export const roleFields = {
  name: { type: 'string' },
  bound_service_account_names: { type: 'comma slice' },
  bound_service_account_namespaces: { type: 'comma slice' },
  bound_service_account_namespace_selector: { type: 'string' },
  audience: { type: 'string' },
  alias_name_source: { type: 'string', default: 'serviceaccount_uid' },
  ...oldTokenFields,
  ...tokenFields,
} as const satisfies FieldSchemas;

type RoleFieldData = FieldData<typeof roleFields>;

const newRole = (): Role => ({
  tokens: emptyTokenParams(),
  names: [],
  namespaces: null,
  selector: '',
  audience: '',
  aliasNameSource: '',
});

const NAMES = 'bound_service_account_names';
const NAMESPACES = 'bound_service_account_namespaces';
const SELECTOR = 'bound_service_account_namespace_selector';
const MIXED = 'can not mix "*" with values';
const MAX_TTL_WARNING =
  "max_ttl is greater than the system or backend mount's maximum TTL value; issued tokens' max TTL value will be truncated";

const insist = (holds: boolean, text: string): void => {
  if (!holds) throw errorResponse(text);
};

/** The tokens' parameters, checked against themselves and the mount. */
const tokensOf = (core: Core, stored: Role, fields: RoleFieldData): TokenParams => {
  const tokens = { ...stored.tokens, old: { ...stored.tokens.old } };
  updateTokenParams(tokens, fields);
  updateOldTokenParams(tokens, fields);
  const [period, max] = [formatGoDuration(tokens.period), formatGoDuration(core.maxLease)];
  const tooLong = `token period of '"${period}"' is greater than the backend's maximum lease TTL of '"${max}"'`;
  insist(tokens.period <= core.maxLease, tooLong);
  insist(tokens.maxTtl === 0 || tokens.ttl <= tokens.maxTtl, 'token ttl should not be greater than token max ttl');
  return tokens;
};

/** Who may use the role. The selector is the one field that every write replaces. */
const bindingsOf = (stored: Role, fields: RoleFieldData): Pick<Role, 'names' | 'namespaces' | 'selector'> => {
  const names = fields.given(NAMES) ?? stored.names;
  insist(names.length > 0, `"${NAMES}" can not be empty`);
  insist(!mixesStar(names), MIXED);
  const namespaces = fields.given(NAMESPACES) ?? stored.namespaces;
  const selector = fields.get(SELECTOR);
  const bound = (namespaces ?? []).length > 0 || selector !== '';
  insist(bound, `"${NAMESPACES}" can not be empty if "${SELECTOR}" is not set`);
  insist(selector === '' || parseSelector(selector) !== undefined, `invalid "${SELECTOR}" configured`);
  insist(!mixesStar(namespaces ?? []), MIXED);
  return { names, namespaces, selector };
};

const aliasNameSourceOf = (stored: Role, fields: RoleFieldData): string => {
  const source = fields.given('alias_name_source') ?? stored.aliasNameSource;
  const chosen = source === '' && stored.aliasNameSource === '' ? ALIAS_NAME_SOURCES[0] : source;
  const known: readonly string[] = ALIAS_NAME_SOURCES;
  insist(known.includes(chosen), `invalid alias_name_source, must be one of: ${known.join(', ')}`);
  return chosen;
};

/** Says what releases from 1.21 say of a role without an audience: in the log at once, in the answer if all goes well. */
const audienceWarnings = (core: Core, mount: Mount, name: string, audience: string): readonly string[] => {
  if (audience.trim() !== '' || !core.version.audienceWarning) return [];
  core.log('debug', loggerOf(mount), audienceLog(name));
  return [audienceWarning(name)];
};

/**
 * The role after a write.
 * @param stored the role as it is, `undefined` for a new one
 * @throws VaultError 400 with the first rule that is violated
 */
export const writtenRole = (
  core: Core,
  mount: Mount,
  stored: Role | undefined,
  fields: RoleFieldData,
): { readonly role: Role; readonly warnings: readonly string[] } => {
  const base = stored ?? newRole();
  const tokens = tokensOf(core, base, fields);
  const bindings = bindingsOf(base, fields);
  const audience = fields.given('audience') ?? base.audience;
  const warnings = audienceWarnings(core, mount, fields.get('name'), audience);
  const role: Role = { tokens, ...bindings, audience, aliasNameSource: aliasNameSourceOf(base, fields) };
  return { role, warnings: tokens.maxTtl > core.maxLease ? [MAX_TTL_WARNING, ...warnings] : warnings };
};
