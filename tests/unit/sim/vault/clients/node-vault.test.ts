import nodeVault from 'node-vault';
import { afterEach, describe, expect, it } from 'vitest';
import { machines, Run } from '../../../../../src/sim/index.ts';
import { Bridge } from './bridge.ts';

const open: Bridge[] = [];

afterEach(() => {
  for (const bridge of open.splice(0)) bridge.close();
});

const world = async (input: object) => {
  const run = new Run(machines, { seed: 1, latency: 0 });
  run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input: { controllers: false } });
  run.apply({ type: 'spawn', id: 'vault', kind: 'vault', input });
  const bridge = new Bridge(run, 'http://vault:8200');
  open.push(bridge);
  const endpoint = await bridge.open();
  return { run, client: (token: string) => nodeVault({ endpoint, token }) };
};

describe('node-vault, an ordinary client,', () => {
  it('initialises, unseals and uses a new server', async () => {
    const { client } = await world({ mode: 'server' });
    const { keys, root_token: token } = await client('').init({ secret_shares: 3, secret_threshold: 2 });
    for (const key of keys.slice(1)) await client('').unseal({ key });
    expect(await client('').status()).toMatchObject({ sealed: false, n: 3, t: 2 });

    const root = client(token);
    await root.mount({ mount_point: 'kv', type: 'kv', options: { version: '2' } });
    expect((await root.mounts())['kv/']).toMatchObject({ type: 'kv', options: { version: '2' } });
    await root.addPolicy({ name: 'app', rules: 'path "kv/data/app" { capabilities = ["read"] }' });
    expect((await root.policies()).policies).toEqual(['app', 'default', 'root']);
    await root.write('kv/data/app', { data: { user: 'app' } });
    expect((await root.list('kv/metadata')).data.keys).toEqual(['app']);

    const { auth } = await root.tokenCreate({ policies: ['app'], ttl: '1h' });
    const app = client(auth.client_token);
    expect((await app.read('kv/data/app')).data.data).toEqual({ user: 'app' });
    await expect(app.write('kv/data/app', { data: {} })).rejects.toMatchObject({ response: { statusCode: 403 } });
    expect((await app.tokenLookupSelf()).data).toMatchObject({ policies: ['app', 'default'], creation_ttl: 3600 });
    expect((await app.tokenRenewSelf({ increment: '30m' })).auth.lease_duration).toBe(1800);
    await app.tokenRevokeSelf();
    await expect(app.read('kv/data/app')).rejects.toMatchObject({ response: { statusCode: 403 } });
  });

  it('logs in with a ServiceAccount', async () => {
    const { run, client } = await world({ mode: 'dev' });
    const headers = { authorization: 'Bearer admin-token', 'content-type': 'application/json' };
    const accounts = '/api/v1/namespaces/default/serviceaccounts';
    const post = (path: string, body: unknown) => {
      const to = 'https://kubernetes.default.svc:443';
      const from = run.apply({ type: 'request', id: 'setup', to, method: 'POST', path, headers, body });
      run.settle();
      const answer = run.known.slice(from).findLast((entry) => entry.kind === 'response');
      return answer?.kind === 'response' ? (answer.body as { status?: { token?: string } }) : {};
    };
    post(accounts, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'app' } });
    const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
    const jwt = post(`${accounts}/app/token`, request).status?.token;

    const { authority } = (run.actor('kubernetes')?.snapshot.context ?? {}) as { authority?: string };
    const root = client('root');
    await root.enableAuth({ mount_point: 'kubernetes', type: 'kubernetes' });
    await root.write('auth/kubernetes/config', {
      kubernetes_host: 'https://kubernetes.default.svc:443',
      kubernetes_ca_cert: authority,
      token_reviewer_jwt: 'admin-token',
    });
    const bound = { bound_service_account_names: 'app', bound_service_account_namespaces: 'default' };
    await root.write('auth/kubernetes/role/app', { ...bound, token_policies: 'default' });
    const { auth } = await client('').kubernetesLogin({ mount_point: 'kubernetes', role: 'app', jwt });
    expect((await client(auth.client_token).tokenLookupSelf()).data).toMatchObject({
      display_name: 'kubernetes-default-app',
    });
    await expect(client('').kubernetesLogin({ mount_point: 'kubernetes', role: 'nope', jwt })).rejects.toThrow(
      'invalid role name "nope"',
    );
  });
});
