import { expect, test } from 'vitest';
import { webhookConfiguration, webhookService } from '../../../../src/sim/injector/install.ts';
import { Cluster, field } from './cluster.ts';

const PODS = '/api/v1/namespaces/default/pods';
const pod = {
  metadata: { name: 'web' },
  spec: { serviceAccountName: 'app', containers: [{ name: 'app', image: 'app:1' }] },
};
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'app', namespace: 'default' } };

const withWebhook = (failurePolicy: 'Fail' | 'Ignore', more: readonly object[] = [webhookService()]): Cluster =>
  new Cluster({
    controllers: false,
    objects: [account, ...more, webhookConfiguration({ authority: 'webhook', failurePolicy })],
  });

test('a webhook that nobody answers for is passed over when its policy is Ignore', () => {
  const cluster = withWebhook('Ignore');
  expect(cluster.ask('POST', PODS, pod).status).toBe(201);
});

test('a webhook that nobody answers for stops every Pod when its policy is Fail', () => {
  const cluster = withWebhook('Fail');
  expect(cluster.refusal('POST', PODS, pod)).toMatch(
    /^Internal error occurred: failed calling webhook "vault\.hashicorp\.com": failed to call webhook: /,
  );
  expect(cluster.ask('GET', `${PODS}/web`).status).toBe(404);
});

test('a webhook whose Service is missing says so', () => {
  expect(withWebhook('Fail', []).refusal('POST', PODS, pod)).toBe(
    'Internal error occurred: failed calling webhook "vault.hashicorp.com": failed to call webhook: service "vault-agent-injector-svc" not found',
  );
});

test('only what the rules and selectors choose is sent to a webhook', () => {
  const cluster = withWebhook('Fail');
  expect(cluster.ask('POST', '/api/v1/namespaces/default/configmaps', { metadata: { name: 'c' } }).status).toBe(201);
  const own = { ...pod, metadata: { name: 'own', labels: { 'app.kubernetes.io/name': 'vault-agent-injector' } } };
  expect(cluster.ask('POST', PODS, own).status).toBe(201);
});

test('a container that mounts its own token is left alone', () => {
  const cluster = new Cluster({ controllers: false, objects: [account] });
  const volumeMounts = [{ name: 'mine', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }];
  const spec = {
    serviceAccountName: 'app',
    volumes: [{ name: 'mine', emptyDir: {} }],
    containers: [{ name: 'app', image: 'app:1', volumeMounts }],
  };
  const body = cluster.ask('POST', PODS, { metadata: { name: 'web' }, spec }).body;
  expect(field(body, 'spec', 'volumes')).toEqual([{ name: 'mine', emptyDir: {} }]);
});

test('a restricted namespace refuses a Pod and names everything it lacks', () => {
  const cluster = new Cluster({ controllers: false, objects: [account] });
  cluster.ask(
    'PATCH',
    '/api/v1/namespaces/default',
    { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } },
    'admin-token',
    'application/merge-patch+json',
  );
  expect(cluster.refusal('POST', PODS, pod)).toBe(
    'pods "web" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "app" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "app" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "app" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
  );
  const securityContext = {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  };
  const safe = { ...pod, spec: { ...pod.spec, containers: [{ name: 'app', image: 'app:1', securityContext }] } };
  expect(cluster.ask('POST', PODS, safe).status).toBe(201);
});
