import { expect, test } from 'vitest';
import { part } from '../../../../src/sim/kubernetes/api/object.ts';
import { secretText } from '../../../../src/sim/kubernetes/kinds/secrets.ts';
import { Lab, worldOf } from './world.ts';

const NEW = 'vault kv put kv/app/config username=web password=n3w';
type Changes = Parameters<typeof worldOf>[1];

const started = (changes: Changes = {}): Lab => {
  const lab = new Lab(worldOf('secrets-operator', changes));
  lab.type('kubectl apply -f app.yaml');
  lab.wait(20);
  return lab;
};
const password = (lab: Lab): string | null =>
  secretText(lab.objects('secret', 'web')[0] ?? { metadata: {} }, 'password');
const condition = (lab: Lab, type: string, kind = 'vaultstaticsecret'): unknown => {
  const { conditions } = part(lab.objects(kind)[0] ?? {}, 'status');
  return (conditions as { type: string }[] | undefined)?.find((c) => c.type === type);
};
const podNames = (lab: Lab): string[] => lab.objects('pod').map((p) => p.metadata.name ?? '');

test('a Secret is made of the fields and of everything as _raw, and owned by the resource', () => {
  const lab = started();
  const [secret] = lab.objects('secret', 'web');
  expect(secretText(secret ?? { metadata: {} }, 'username')).toBe('web');
  expect(JSON.parse(secretText(secret ?? { metadata: {} }, '_raw') ?? '')).toMatchObject({
    data: { username: 'web', password: 's3cr3t' },
    metadata: { version: 1 },
  });
  expect(secret?.metadata.ownerReferences).toMatchObject([{ kind: 'VaultStaticSecret', name: 'web' }]);
  expect(condition(lab, 'SecretSynced')).toMatchObject({ status: 'True', reason: 'Synced' });
  expect(lab.type('kubectl get pods -n app')).toContain('1/1     Running');
});

test('a new version is synced within refreshAfter, and the workload restarted once', () => {
  const lab = started();
  const before = podNames(lab);
  lab.type(NEW);
  lab.wait(60);
  expect(password(lab)).toBe('n3w');
  expect(lab.events()).toContain('RolloutRestartTriggered: Rollout restart triggered for {Deployment web}');
  expect(condition(lab, 'RolloutRestart')).toMatchObject({ status: 'True' });
  lab.wait(300);
  expect(podNames(lab)).toHaveLength(1);
  expect(podNames(lab)).not.toEqual(before);
  expect(lab.events().filter((e) => e.startsWith('RolloutRestartTriggered'))).toHaveLength(1);
});

test('what somebody changes or deletes in the Secret is put right', () => {
  const lab = started();
  lab.type(`kubectl annotate secret web -n app touched=yes`);
  lab.session.save(
    'drift.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: web, namespace: app}\nstringData: {password: drifted}\n',
  );
  lab.type('kubectl apply -f drift.yaml');
  expect(password(lab)).toBe('drifted');
  lab.wait(60);
  expect(password(lab)).toBe('s3cr3t');
  lab.type('kubectl delete secret web -n app');
  lab.wait(2);
  expect(password(lab)).toBe('s3cr3t');
});

test('drift stays when it is not looked for', () => {
  const lab = started({ 'app.yaml': [['refreshAfter: 60s', 'hmacSecretData: false']] });
  lab.session.save(
    'drift.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: web, namespace: app}\nstringData: {password: drifted}\n',
  );
  lab.type('kubectl apply -f drift.yaml');
  lab.wait(3600);
  expect(password(lab)).toBe('drifted');
});

test('an outage stands in conditions and events, and leaves the Secret and the workload alone', () => {
  const lab = started();
  lab.cutVault();
  lab.wait(1800);
  expect(password(lab)).toBe('s3cr3t');
  expect(condition(lab, 'SecretSynced')).toMatchObject({ status: 'False' });
  expect(condition(lab, 'Healthy')).toMatchObject({ status: 'False', reason: 'Unhealthy' });
  expect(lab.events().join('\n')).toContain(
    'VaultClientError: Failed to read Vault secret: Get "http://vault:8200/v1/kv/data/app/config": dial tcp vault:8200: connect: connection refused',
  );
  // A Pod more starts from the Secret, whatever Vault does.
  lab.scale(2);
  lab.wait(10);
  expect(lab.type('kubectl get deployment web -n app')).toContain('2/2');
  lab.type(`kubectl get pods -n app`);
  lab.healVault();
  lab.type(NEW);
  lab.wait(150);
  expect(password(lab)).toBe('n3w');
});

test('errors are told in the words of whoever refused', () => {
  const refused = (changes: Changes): string =>
    started(changes)
      .events()
      .filter((e) => /^(Vault|Secret)/.test(e))
      .join('\n');
  expect(refused({ 'app.yaml': [['role: app-web', 'role: nobody']] })).toContain(
    'VaultClientConfigError: Failed to get Vault auth login: Error making API request.\n\nURL: PUT http://vault:8200/v1/auth/kubernetes/login\nCode: 400. Errors:\n\n* invalid role name "nobody"',
  );
  expect(refused({ 'app.yaml': [['path: app/config', 'path: other/config']] })).toContain(
    'VaultClientError: Failed to read Vault secret: Error making API request.\n\nURL: GET http://vault:8200/v1/kv/data/other/config\nCode: 403.',
  );
  expect(refused({ 'app.yaml': [['path: app/config', 'path: app/none']] })).toContain(
    'VaultClientError: Failed to read Vault secret: empty response from Vault, path="kv/data/app/none"',
  );
  expect(refused({ 'app.yaml': [['vaultAuthRef: web', 'vaultAuthRef: none']] })).toContain(
    'VaultClientConfigError: Failed to get Vault auth login: VaultAuth.secrets.hashicorp.com "none" not found',
  );
  expect(refused({ 'app.yaml': [['serviceAccount: web', 'serviceAccount: none']] })).toContain(
    'VaultClientConfigError: Failed to get Vault auth login: serviceaccounts "none" not found',
  );
  expect(
    refused({
      'app.yaml': [
        ['create: true', 'create: true\n    transformation:\n      templates: {url: {text: "{{ .Secrets.username"}}'],
      ],
    }),
  ).toContain('SecretDataBuilderError: Failed to build K8s secret data: parse error: template: url:1: unclosed action');
});

test('a Pod waits for a Secret that was never synced, and starts when it is', () => {
  const lab = started({ 'app.yaml': [['role: app-web', 'role: nobody']] });
  expect(lab.type('kubectl get pods -n app')).toContain('CreateContainerConfigError');
  const file = lab.session.files()['app.yaml'] ?? '';
  lab.session.save('app.yaml', file.replace('role: nobody', 'role: app-web'));
  lab.type('kubectl apply -f app.yaml');
  lab.wait(30);
  expect(lab.type('kubectl get pods -n app')).toContain('1/1     Running');
});

test('a transformation makes keys of templates and leaves out the rest', () => {
  const lab = started({
    'app.yaml': [
      [
        'create: true',
        'create: true\n    transformation:\n      excludeRaw: true\n      excludes: [".*"]\n      templates: {url: {text: "db://{{ .Secrets.username }}:{{ get .Secrets \\"password\\" | b64enc }}@db"}}',
      ],
    ],
  });
  const [secret] = lab.objects('secret', 'web');
  expect(Object.keys(part(secret ?? {}, 'data'))).toEqual(['url']);
  expect(secretText(secret ?? { metadata: {} }, 'url')).toBe('db://web:czNjcjN0@db');
});

test('a Secret of somebody else is not written over', () => {
  const lab = new Lab(worldOf('secrets-operator'));
  lab.session.save(
    'own.yaml',
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: app}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: web, namespace: app}\nstringData: {password: mine}\n',
  );
  lab.type('kubectl apply -f own.yaml');
  lab.type('kubectl apply -f app.yaml');
  lab.wait(20);
  expect(password(lab)).toBe('mine');
  expect(lab.events().join('\n')).toContain('not the owner of the destination Secret app/web');
});

test('the Secret goes with its resource', () => {
  const lab = started();
  lab.type('kubectl delete vaultstaticsecret web -n app');
  lab.wait(5);
  expect(lab.objects('vaultstaticsecret')).toEqual([]);
  expect(lab.objects('secret', 'web')).toEqual([]);
});

test('a token that reaches its maximum is replaced by a new login', () => {
  const lab = started({ 'vault.yaml': [['token_ttl: 1h', 'token_ttl: 10m\n        token_max_ttl: 30m']] });
  lab.wait(3600);
  expect(lab.asked().filter((r) => r.includes('login')).length).toBeGreaterThanOrEqual(2);
  expect(condition(lab, 'SecretSynced')).toMatchObject({ status: 'True' });
});

const DYNAMIC = `apiVersion: secrets.hashicorp.com/v1beta1
kind: VaultDynamicSecret
metadata:
  name: db
  namespace: app
spec:
  vaultAuthRef: web
  mount: database
  path: creds/app
  destination:
    name: db
    create: true
`;
const dynamic = (changes: Changes = {}): Lab => {
  const world = worldOf('secrets-operator', {
    ...changes,
    'kv-app.hcl': [
      [
        'path "kv/data/app/*" {',
        'path "database/creds/app" {\n  capabilities = ["read"]\n}\npath "sys/leases/*" {\n  capabilities = ["update"]\n}\npath "kv/data/app/*" {',
      ],
    ],
  });
  const lab = new Lab({ ...world, database: true });
  lab.type(
    `vault secrets enable database && vault write database/config/postgresql plugin_name=postgresql-database-plugin allowed_roles=app username=vault password=vault connection_url='postgresql://{{username}}:{{password}}@postgresql:5432/postgres' && vault write database/roles/app db_name=postgresql default_ttl=10m max_ttl=30m creation_statements="CREATE ROLE \\"{{name}}\\" WITH LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}';"`,
  );
  lab.session.save('db.yaml', DYNAMIC);
  lab.type('kubectl apply -f app.yaml');
  lab.type('kubectl apply -f db.yaml');
  lab.wait(10);
  return lab;
};
const user = (lab: Lab): string | null => secretText(lab.objects('secret', 'db')[0] ?? { metadata: {} }, 'username');

test('a lease is renewed at two thirds of its life, and near its maximum new credentials come', () => {
  const lab = dynamic();
  const first = user(lab);
  expect(first).toMatch(/^v-kubernet-app-/);
  expect(lab.events().find((e) => e.startsWith('SecretSynced: Secret synced, lease_id='))).toMatch(
    /lease_id="database\/creds\/app\/\w+", horizon=[67]m[\d.]+s, sync_reason="InitialSync"/,
  );
  lab.wait(600);
  expect(lab.asked().filter((r) => r === 'PUT /v1/sys/leases/renew')).toHaveLength(1);
  expect(user(lab)).toBe(first);
  expect(condition(lab, 'LeaseRenewal', 'vaultdynamicsecret')).toMatchObject({ message: 'Successfully renewed lease' });
  lab.wait(1800);
  expect(user(lab)).not.toBe(first);
  expect(lab.events().join('\n')).toMatch(
    /SecretLeaseRenewal: Lease renewal duration was truncated from 600s to \d+s, requesting new credentials/,
  );
  expect(lab.events().some((e) => e.startsWith('SecretRotated: '))).toBe(true);
});

test('the lease is revoked when the resource goes', () => {
  const lab = dynamic();
  lab.type('kubectl delete vaultdynamicsecret db -n app');
  lab.wait(5);
  expect(lab.asked()).toContain('PUT /v1/sys/leases/revoke');
  expect(lab.events().join('\n')).toMatch(/SecretLeaseRevoke: Lease revoked: database\/creds\/app\/\w+/);
  expect(lab.objects('secret', 'db')).toEqual([]);
});
