import { AuthenticationV1Api, CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machines, Run } from '../../src/sim/index.ts';
import { type Bridge, openBridge } from './bridge.ts';

let bridge: Bridge;
const config = new KubeConfig();

beforeAll(async () => {
  const run = new Run(machines, { seed: 7, latency: 1 });
  run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input: { controllers: false } });
  run.settle();
  bridge = await openBridge(run, 'https://kubernetes.default.svc:443');
  config.loadFromOptions({
    clusters: [{ name: 'model', server: bridge.address, skipTLSVerify: true }],
    users: [{ name: 'admin', token: 'admin-token' }],
    contexts: [{ name: 'model', cluster: 'model', user: 'admin' }],
    currentContext: 'model',
  });
});
afterAll(() => bridge.close());

describe('the npm client @kubernetes/client-node, against the modelled API server', () => {
  it('creates a ServiceAccount, requests its token and has it reviewed', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const auth = config.makeApiClient(AuthenticationV1Api);
    const made = await core.createNamespacedServiceAccount({
      namespace: 'default',
      body: { metadata: { name: 'web' } },
    });
    expect(made.metadata?.uid).toMatch(/^[0-9a-f-]{36}$/);
    const { status } = await core.createNamespacedServiceAccountToken({
      name: 'web',
      namespace: 'default',
      body: { spec: { audiences: ['vault'], expirationSeconds: 600 } },
    });
    const review = await auth.createTokenReview({
      body: { spec: { token: status?.token ?? '', audiences: ['vault'] } },
    });
    expect(review.status).toMatchObject({
      authenticated: true,
      user: { username: 'system:serviceaccount:default:web' },
    });
    const other = await auth.createTokenReview({
      body: { spec: { token: status?.token ?? '', audiences: ['elsewhere'] } },
    });
    expect(other.status?.authenticated ?? false).toBe(false);
  });

  it('creates, lists, reads and deletes Pods, and explains what is invalid', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const pod = {
      metadata: { name: 'web' },
      spec: { serviceAccountName: 'web', containers: [{ name: 'app', image: 'app:1' }] },
    };
    await core.createNamespacedPod({ namespace: 'default', body: pod });
    expect((await core.listNamespacedPod({ namespace: 'default' })).items.map((p) => p.metadata?.name)).toEqual([
      'web',
    ]);
    expect(
      (await core.readNamespacedPod({ name: 'web', namespace: 'default' })).spec?.volumes?.[0]?.projected,
    ).toBeDefined();
    await expect(core.createNamespacedPod({ namespace: 'default', body: pod })).rejects.toThrow(/already exists/);
    const twice = {
      ...pod,
      metadata: { name: 'two' },
      spec: { ...pod.spec, containers: [...pod.spec.containers, ...pod.spec.containers] },
    };
    await expect(core.createNamespacedPod({ namespace: 'default', body: twice })).rejects.toThrow(/Duplicate value/);
    await core.deleteNamespacedPod({ name: 'web', namespace: 'default', body: { gracePeriodSeconds: 0 } });
    await expect(core.readNamespacedPod({ name: 'web', namespace: 'default' })).rejects.toThrow(/not found/);
  });
});
