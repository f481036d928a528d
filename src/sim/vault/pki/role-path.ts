/** `roles/<name>` and `roles`. Source: vault: builtin/logical/pki/path_roles.go. */
import {
  errorResponse,
  type FieldData,
  type Handler,
  listResponse,
  nameRegex,
  path,
  type Response,
} from '../framework/index.ts';
import { tableKey, tableName } from '../framework/table-key.ts';
import { checkedValidations } from './cn-validations.ts';
import { checkedLength } from './key-length.ts';
import { parseOtherNames } from './other-names.ts';
import { DEFAULT, issuerBy } from './references.ts';
import { type Role, roleFields, roleFrom } from './role.ts';
import { find, type Storage } from './storage.ts';

const checkOtherNames = (allowed: readonly string[]): void => {
  if (allowed.length === 0 || (allowed.length === 1 && allowed[0] === '*')) return;
  const parsed = parseOtherNames(allowed);
  if ('error' in parsed) throw errorResponse(`error parsing allowed_other_sans: ${parsed.error}`);
};

/** Fills in and checks; @returns warnings. @throws VaultError 400, or 500 for common name validations */
const validate = (storage: Storage, role: Role): string[] => {
  if (role.max_ttl > 0 && role.ttl > role.max_ttl) throw errorResponse('"ttl" value must be less than "max_ttl" value');
  const { keyBits, signatureBits } = checkedLength(role.key_type, role.key_bits, role.signature_bits);
  role.key_bits = keyBits;
  role.signature_bits = signatureBits;
  const { serial_number_source: source } = role;
  if (source !== '' && source !== 'json-csr' && source !== 'json')
    throw errorResponse(`unknown serial_number_source ${source}`);
  for (const oid of role.ext_key_usage_oids)
    if (!/^\d+(\.\d+)+$/.test(oid))
      throw errorResponse(`${JSON.stringify(oid)} could not be parsed as a valid oid for an extended key usage`);
  if (role.issuer_ref === '') role.issuer_ref = DEFAULT;
  const warnings: string[] = [];
  if (typeof issuerBy(storage, role.issuer_ref) === 'string')
    warnings.push(
      role.issuer_ref === DEFAULT
        ? 'Issuing Certificate was set to default, but no default issuing certificate (configurable at /config/issuers) is currently set'
        : `Issuing Certificate was set to ${role.issuer_ref} but no issuing certificate currently has that name`,
    );
  role.cn_validations = checkedValidations(role.cn_validations);
  return warnings;
};

const NO_STORE =
  'mutually exclusive values no_store=true and generate_lease=true were both specified; no_store=true takes priority';
const LEASES =
  "it is encouraged to disable generate_lease and rely on PKI's native capabilities when possible; this option can cause Vault-wide issues with large numbers of issued certificates";

/** What is kept without being stored cannot be leased. */
const leaseWarning = (role: Role): readonly string[] => {
  if (!role.generate_lease) return [];
  role.generate_lease = !role.no_store;
  return [role.no_store ? NO_STORE : LEASES];
};

const keep = (storage: Storage, name: string, role: Role): Response => {
  checkOtherNames(role.allowed_other_sans);
  const lease = leaseWarning(role);
  const warnings = [...validate(storage, role), ...lease];
  storage.roles[tableKey(name)] = role;
  return { data: { ...role }, ...(warnings.length > 0 && { warnings }) };
};

const write: Handler<Storage, typeof roleFields> = (_core, { storage }, given) =>
  keep(storage, given.get('name'), roleFrom(given));

const patch = (storage: Storage, given: FieldData<typeof roleFields>): Response => {
  const present = find(storage.roles, given.get('name'));
  if (!present) throw errorResponse('Unable to fetch role entry to patch');
  return keep(storage, given.get('name'), roleFrom(given, { ...present }));
};

export const rolePath = path<Storage>()({
  pattern: `roles/${nameRegex('name')}`,
  fields: roleFields,
  operations: {
    read: (_core, { storage }, given) => {
      const role = find(storage.roles, given.get('name'));
      return role && { data: { ...role } };
    },
    update: write,
    patch: (_core, { storage }, given) => patch(storage, given),
    delete: (_core, { storage }, given) => {
      delete storage.roles[tableKey(given.get('name'))];
      return undefined;
    },
  },
});

export const roleList = path<Storage>()({
  pattern: 'roles/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.roles).map(tableName).sort()) },
});
