import type { Random } from '../../src/sim/kernel/random.ts';
import type { VaultRequest } from '../../src/sim/vault/index.ts';

const METHODS = ['GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'LIST', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'FOO'];

/** Ends in a slash: a name follows. */
const PATHS = `
auth/token/create auth/token/create-orphan auth/token/create/ auth/token/lookup auth/token/lookup-self
auth/token/lookup-accessor auth/token/renew auth/token/renew-self auth/token/renew-accessor auth/token/revoke
auth/token/revoke-self auth/token/revoke-accessor auth/token/revoke-orphan auth/token/accessors auth/token/roles/
sys/mounts sys/mounts/ sys/auth sys/auth/ sys/policies/acl/ sys/policy sys/capabilities sys/capabilities-self
sys/capabilities-accessor sys/leases/lookup sys/leases/lookup/ sys/leases/renew sys/leases/revoke
sys/leases/revoke-prefix/ sys/leases/revoke-force/ sys/wrapping/wrap sys/wrapping/unwrap sys/wrapping/rewrap
sys/wrapping/lookup sys/audit sys/audit/ sys/audit-hash/ sys/internal/ui/mounts sys/internal/ui/mounts/
sys/internal/ui/resultant-acl sys/tools/hash sys/tools/random sys/key-status sys/rotate sys/remount sys/health sys/init
sys/seal-status sys/unseal sys/leader sys/generate-root/attempt sys/generate-root/update sys/rekey/init sys/rekey/update
sys/plugins/catalog/auth/ cubbyhole/ secret/data/ secret/metadata/ secret/delete/ secret/undelete/ secret/destroy/
secret/config secret/subkeys/ secret/ kv/ identity/entity identity/entity/id/ identity/entity/name/
identity/entity-alias identity/group identity/group/id/ identity/lookup/entity auth/userpass/users/
auth/userpass/login/ auth/kubernetes/config auth/kubernetes/role/ auth/approle/role/ auth/approle/login
auth/approle/role/app/secret-id auth/approle/role/app/role-id sys/remount/status/ sys/leases/count sys/config/cors
sys/config/auditing/request-headers/ pki/roles/ pki/issue/app pki/issue/ pki/root/generate/ pki/revoke pki/cert/
pki/certs pki/issuer/ pki/issuers pki/key/ pki/keys pki/config/urls pki/config/crl pki/config/issuers pki/tidy pki/crl
pki/ca/pem transit/keys/ transit/encrypt/ transit/decrypt/ transit/rewrap/ transit/sign/ transit/verify/ transit/hmac/
transit/export/encryption-key/ nope/`.split(/\s+/);

const NAMES = [
  ...['a', 'b', 'app', 'A', 'x/y', '../z', 'ünï', '__proto__', 'constructor', 'toString', 'a%2Fb', '%', '%zz', '', ' '],
  ...['internal', 'exported', 'default', 'app/config', 'a?help=1'],
  ...['.', '+', '*', 'root', 'default', 'a'.repeat(200), 'a/tune', 'a?list=true', 'a?version=1&version=2', '?list=x'],
];

const FIELDS = `
token accessor policies ttl period explicit_max_ttl num_uses type display_name no_parent no_default_policy renewable id
meta lease entity_alias increment path paths data options config policy name role jwt password username role_id secret_id
lease_id key reset from to description default_lease_ttl max_lease_ttl token_type input metadata versions version
custom_metadata __proto__ bound_service_account_names bound_service_account_namespaces kubernetes_host token_policies
token_ttl common_name alt_names ip_sans uri_sans allowed_domains
key_type key_bits max_ttl not_after format serial_number certificate generate_lease no_store leaf_not_after_behavior
usage issuing_certificates expiry plaintext ciphertext context batch_input signature allowed_origins limit
member_entity_ids canonical_id mount_accessor disabled allowed_policies orphan path_suffix nonce`.split(/\s+/);

const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 1e21, '', 'a', '1h', '-1h', 'abc', '90', '30d', [], ['a'], ['a', 1, null], {}],
  ...[{ a: 1 }, { a: { b: [1] } }, 'a,b', 'YQ==', 'userpass', 'kv', '{{identity.entity.id}}'],
  'path "a" { capabilities = ["read"] }',
  'path "*" { capabilities = ["sudo", "read", "update", "create", "delete", "list"] }',
];

const TEXTS = [
  '{',
  '[]',
  '"x"',
  'null',
  '{"a":1} t',
  '{"a":1,"a":2}',
  '\u0000',
  '{"__proto__":{"x":1}}',
  '[[[',
  'a=1&b',
];

const HEADERS: readonly (readonly [string, string])[] = [
  ...[['x-vault-wrap-ttl', '60'] as const, ['x-vault-wrap-ttl', 'abc'] as const, ['x-vault-wrap-ttl', '-1'] as const],
  ['content-type', 'application/merge-patch+json'],
  ['content-type', 'application/x-www-form-urlencoded'],
];

/** Requests drawn at random from what a Vault knows and what it does not. */
export class RequestSource {
  readonly #random: Random;
  /** Tokens, accessors and lease ids met so far: they are drawn as values too. */
  readonly seen: string[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.#random.below(list.length)] as T;
  }

  oneIn(chance: number): boolean {
    return this.#random.below(chance) === 0;
  }

  #path(): string {
    const path = this.pick(PATHS);
    return `/v1/${path}${path.endsWith('/') || this.oneIn(8) ? this.pick(NAMES) : ''}`;
  }

  #body(): unknown {
    if (this.oneIn(10)) return this.pick(TEXTS);
    if (this.oneIn(10)) return this.pick(VALUES);
    const fields = Array.from({ length: this.#random.below(5) }, () => [
      this.pick(FIELDS),
      this.oneIn(3) && this.seen.length > 0 ? this.pick(this.seen) : this.pick(VALUES),
    ]);
    return Object.fromEntries(fields);
  }

  next(): VaultRequest & { readonly headers: Readonly<Record<string, string>> } {
    const token = this.oneIn(3) ? 'root' : this.pick(['', 'hvs.nope', 'hvb.AAAA', ...this.seen]);
    return {
      method: this.pick(METHODS),
      path: this.#path(),
      headers: Object.fromEntries([
        ...(token === '' ? [] : [['x-vault-token', token]]),
        ...(this.oneIn(5) ? [this.pick(HEADERS)] : []),
      ]),
      body: this.#body(),
      remote: '10.0.0.1',
    };
  }
}
