import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../../../src/sim/vault/auth-kubernetes/index.ts';
import { LoneMount } from '../backend.ts';

const BOUND = { bound_service_account_names: 'app', bound_service_account_namespaces: 'default' };

describe('a role', () => {
  it('keeps what a second write leaves out, but never the selector', () => {
    const mount = new LoneMount(kubernetes);
    const selector = '{"matchLabels":{"team":"a"}}';
    mount.write('role/app', { ...BOUND, audience: 'vault', bound_service_account_namespace_selector: selector });
    mount.write('role/APP', { token_ttl: '2h' });
    expect(mount.read('role/app')).toMatchObject({
      audience: 'vault',
      bound_service_account_names: ['app'],
      bound_service_account_namespace_selector: '',
      token_ttl: 7200,
    });
  });

  it('that was bound by its selector alone refuses the write that would take it away', () => {
    const mount = new LoneMount(kubernetes);
    const selector = 'matchLabels:\n  team: a\n';
    mount.write('role/app', { bound_service_account_names: 'app', bound_service_account_namespace_selector: selector });
    expect(mount.read('role/app')?.bound_service_account_namespaces).toBeNull();
    expect(mount.write('role/app', { token_ttl: 5 })).toEqual([
      400,
      '"bound_service_account_namespaces" can not be empty if "bound_service_account_namespace_selector" is not set',
    ]);
    expect(mount.read('role/app')?.token_ttl).toBe(0);
  });

  it.each([
    [{ token_bound_cidrs: 'nope', token_type: 'x' }, /^error parsing address "nope"/],
    [{ token_type: 'default-service', token_num_uses: -1 }, /^invalid 'token_type' value "default-service"$/],
    [{ ttl: '2h', token_max_ttl: '1h' }, /^token ttl should not be greater than token max ttl$/],
    [{ token_period: '1000h' }, /^token period of '"1000h0m0s"' is greater than .* '"768h0m0s"'$/],
    [{ bound_service_account_names: 'a,*' }, /^can not mix "\*" with values$/],
    [
      { bound_service_account_namespace_selector: '{"matchExpressions":[]}' },
      /^invalid "bound_service_account_namespace_selector" configured$/,
    ],
    [
      { alias_name_source: 'pod' },
      /^invalid alias_name_source, must be one of: serviceaccount_uid, serviceaccount_name$/,
    ],
  ])('is refused by the first rule that %j violates', (data, text) => {
    expect(new LoneMount(kubernetes).write('role/app', { ...BOUND, ...data })).toEqual([
      400,
      expect.stringMatching(text),
    ]);
  });

  it('without an audience is silently accepted by 1.19 and warned of by 1.21, in answer and log', () => {
    expect(new LoneMount(kubernetes).write('role/app', BOUND)).toBeUndefined();
    const newer = new LoneMount(kubernetes, '1.21');
    expect(newer.write('role/App', { ...BOUND, token_max_ttl: '2000h' })).toEqual({
      warnings: [
        expect.stringMatching(/^max_ttl is greater/),
        expect.stringMatching(/^Role App does not have an audience/),
      ],
    });
    expect(newer.log).toEqual([expect.stringMatching(/^This role does not have .*: role_name=App$/)]);
    expect(newer.write('role/app', { audience: 'vault' })).toMatchObject({
      warnings: [expect.stringMatching(/^max_ttl/)],
    });
  });

  it('may have a name that every object has', () => {
    const mount = new LoneMount(kubernetes);
    expect(mount.ask('read', 'role/constructor')).toBeUndefined();
    mount.write('role/constructor', BOUND);
    expect(mount.ask('list', 'role/')).toEqual({ data: { keys: ['constructor'] } });
  });
});

describe('the configuration', () => {
  const CA = '-----BEGIN CERTIFICATE-----\nnope\n-----END CERTIFICATE-----';

  it('is replaced as a whole by every write', () => {
    const mount = new LoneMount(kubernetes);
    mount.write('config', { kubernetes_host: 'h', kubernetes_ca_cert: CA, token_reviewer_jwt: 'x', issuer: 'i' });
    mount.write('config', { kubernetes_host: 7, disable_local_ca_jwt: true });
    expect(mount.read('config')).toMatchObject({
      kubernetes_host: '7',
      kubernetes_ca_cert: '',
      issuer: '',
      token_reviewer_jwt_set: false,
    });
  });

  it("asks for the CA of Vault's own Pod when none is given, and stays as it was when there is none", () => {
    const mount = new LoneMount(kubernetes);
    expect(mount.write('config', { kubernetes_host: 'h' })).toEqual({
      deferred: {
        kind: 'vault/local-file',
        input: { path: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' },
      },
    });
    expect(mount.read('config')).toBeUndefined();
  });

  it.each([
    [{}, 'no host provided'],
    [
      { kubernetes_host: 'h', kubernetes_ca_cert: 'garbage' },
      'The provided CA PEM data contains no valid certificates',
    ],
    [{ kubernetes_host: 'h', kubernetes_ca_cert: CA, pem_keys: CA }, 'x509: malformed certificate'],
    [{ kubernetes_host: 'h', pem_keys: 'x' }, 'data does not contain any valid RSA or ECDSA public keys'],
  ])('%j is refused', (data, text) => {
    expect(new LoneMount(kubernetes).write('config', data)).toEqual([400, text]);
  });
});
