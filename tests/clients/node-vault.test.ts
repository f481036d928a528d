import nodeVault from 'node-vault';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machines, Run } from '../../src/sim/index.ts';
import { ask } from '../conformance/client.ts';
import { type Bridge, openBridge } from './bridge.ts';

const ADMIN = { authorization: 'Bearer admin-token', 'content-type': 'application/json' };
const API = 'https://kubernetes.default.svc:443';

let run: Run;
let bridge: Bridge;

beforeAll(async () => {
  run = new Run(machines, { seed: 7, latency: 1 });
  run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input: { controllers: false } });
  run.apply({ type: 'spawn', id: 'vault', kind: 'vault', input: { mode: 'server', version: '1.19.5' } });
  run.settle();
  bridge = await openBridge(run, 'http://vault:8200');
});
afterAll(() => bridge.close());

describe('the npm client node-vault, against the modelled Vault', () => {
  let root = '';

  it('initializes and unseals', async () => {
    const vault = nodeVault({ apiVersion: 'v1', endpoint: bridge.address });
    expect(await vault.initialized()).toEqual({ initialized: false });
    const made = await vault.init({ secret_shares: 3, secret_threshold: 2 });
    expect(made.keys).toHaveLength(3);
    root = made.root_token;
    expect(await vault.unseal({ key: made.keys[0] })).toMatchObject({ sealed: true, progress: 1 });
    expect(await vault.unseal({ key: made.keys[1] })).toMatchObject({ sealed: false });
    expect(await vault.status()).toMatchObject({ sealed: false, version: '1.19.5' });
  });

  it('mounts engines, writes policies, and reads, lists and deletes secrets', async () => {
    const vault = nodeVault({ apiVersion: 'v1', endpoint: bridge.address, token: root });
    await vault.mount({ mount_point: 'kv', type: 'kv', options: { version: '2' } });
    expect(Object.keys((await vault.mounts()).data)).toContain('kv/');
    await vault.addPolicy({ name: 'app', rules: 'path "kv/data/app/*" { capabilities = ["read"] }' });
    expect((await vault.policies()).data.keys).toContain('app');
    await vault.write('kv/data/app/config', { data: { user: 'web' } });
    expect((await vault.read('kv/data/app/config')).data.data).toEqual({ user: 'web' });
    expect((await vault.list('kv/metadata/app')).data.keys).toEqual(['config']);
    await vault.delete('kv/data/app/config');
    await expect(vault.read('kv/data/app/config')).rejects.toMatchObject({ response: { statusCode: 404 } });
    await vault.write('kv/data/app/config', { data: { user: 'web' } });
  });

  it('creates, looks up, renews and revokes tokens', async () => {
    const vault = nodeVault({ apiVersion: 'v1', endpoint: bridge.address, token: root });
    const { auth } = await vault.tokenCreate({ policies: ['app'], ttl: '1h', renewable: true });
    expect(auth).toMatchObject({ policies: ['app', 'default'], lease_duration: 3600 });
    const mine = nodeVault({ apiVersion: 'v1', endpoint: bridge.address, token: auth.client_token });
    expect((await mine.tokenLookupSelf()).data.ttl).toBeGreaterThan(3590);
    expect((await mine.tokenRenewSelf({ increment: '30m' })).auth.lease_duration).toBe(1800);
    expect((await mine.read('kv/data/app/config')).data.data.user).toBe('web');
    await expect(mine.read('sys/mounts')).rejects.toMatchObject({ response: { statusCode: 403 } });
    await mine.tokenRevokeSelf();
    await expect(mine.tokenLookupSelf()).rejects.toThrow(/permission denied/);
  });

  it('logs in with a ServiceAccount token that the modelled API server reviews', async () => {
    const vault = nodeVault({ apiVersion: 'v1', endpoint: bridge.address, token: root });
    const create = (path: string, body: object) => ask(run, { to: API, method: 'POST', path, headers: ADMIN, body });
    create('/api/v1/namespaces/default/serviceaccounts', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'web' },
    });
    const made = create('/api/v1/namespaces/default/serviceaccounts/web/token', {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {},
    });
    const jwt = 'body' in made ? (made.body as { status: { token: string } }).status.token : '';
    await vault.enableAuth({ mount_point: 'kubernetes', type: 'kubernetes' });
    const cluster = run.actor('kubernetes');
    const { authority } = (cluster?.snapshot.context ?? {}) as { authority?: string };
    await vault.write('auth/kubernetes/config', {
      kubernetes_host: API,
      kubernetes_ca_cert: authority,
      token_reviewer_jwt: 'admin-token',
      disable_local_ca_jwt: true,
    });
    await vault.write('auth/kubernetes/role/app', {
      bound_service_account_names: 'web',
      bound_service_account_namespaces: 'default',
      token_policies: 'app',
      token_ttl: '1h',
    });
    const login = await vault.kubernetesLogin({ mount_point: 'kubernetes', role: 'app', jwt });
    expect(login.auth).toMatchObject({ policies: ['app', 'default'], metadata: { service_account_name: 'web' } });
    await expect(
      vault.kubernetesLogin({ mount_point: 'kubernetes', role: 'app', jwt: `${jwt.slice(0, -8)}AAAAAAAA` }),
    ).rejects.toThrow(/permission denied/);
  });
});
