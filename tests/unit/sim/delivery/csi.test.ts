import { expect, test } from 'vitest';
import { part } from '../../../../src/sim/kubernetes/api/object.ts';
import { secretText } from '../../../../src/sim/kubernetes/kinds/secrets.ts';
import { Lab, worldOf } from './world.ts';

const NEW = 'vault kv put kv/app/config username=web password=n3w';
const started = (lab: Lab): Lab => {
  lab.type('kubectl apply -f app.yaml');
  lab.wait(10);
  return lab;
};
const failure = (changes: Parameters<typeof worldOf>[1]): string => {
  const lab = started(new Lab(worldOf('csi', changes)));
  expect(lab.type('kubectl get pods -n app')).toContain('ContainerCreating');
  const event = lab.events().find((e) => e.startsWith('FailedMount: '));
  return (event ?? '')
    .replace(/^FailedMount: MountVolume\.SetUp failed for volume "secrets" : /, '')
    .replace(/web-[a-z0-9]+-[a-z0-9]{5}/, 'POD');
};
const MOUNT = 'rpc error: code = Unknown desc = failed to mount secrets store objects for pod app/POD, err: ';
const PROVIDER = `${MOUNT}rpc error: code = Unknown desc = error making mount request: `;

test('files are in the Pod before it starts, and their versions in a status', () => {
  const lab = started(new Lab(worldOf('csi')));
  expect(lab.files('secrets')).toEqual({ username: 'web', password: 's3cr3t' });
  const [status] = lab.objects('secretproviderclasspodstatus');
  expect(status?.metadata.name).toMatch(/^web-.*-app-web$/);
  expect(part(status ?? {}, 'status')).toMatchObject({
    mounted: true,
    secretProviderClassName: 'web',
    objects: [{ id: 'password' }, { id: 'username' }],
  });
  // One login, and both objects from one answer.
  expect(lab.asked()).toEqual(['POST /v1/auth/kubernetes/login', 'GET /v1/kv/data/app/config']);
});

test('the Pod waits, with the words of whoever refused', () => {
  expect(failure({ 'app.yaml': [['roleName: app-web', 'roleName: nobody']] })).toBe(
    `${PROVIDER}couldn't read secret "username": failed to login: Error making API request.\n\nURL: POST http://vault:8200/v1/auth/kubernetes/login\nCode: 400. Errors:\n\n* invalid role name "nobody"`,
  );
  expect(failure({ 'app.yaml': [['secretPath: kv/data/app/config', 'secretPath: kv/app/config']] })).toBe(
    `${PROVIDER}couldn't read secret "username": error requesting secret: Error making API request.\n\nURL: GET http://vault:8200/v1/kv/app/config\nCode: 403. Errors:\n\n* 1 error occurred:\n\t* permission denied\n\n`,
  );
  expect(failure({ 'app.yaml': [['secretKey: username', 'secretKey: user']] })).toBe(
    `${PROVIDER}{kv/data/app/config}: {key "user" does not exist at the secret path}`,
  );
  expect(failure({ 'app.yaml': [['objectName: username', 'objectName: password']] })).toBe(
    `${MOUNT}rpc error: code = Unknown desc = each \`objectName\` within a SecretProviderClass must be unique, but the following keys were duplicated: password`,
  );
  expect(failure({ 'app.yaml': [['secretProviderClass: web', 'secretProviderClass: wrong']] })).toBe(
    'rpc error: code = Unknown desc = failed to get secretproviderclass app/wrong, error: SecretProviderClass.secrets-store.csi.x-k8s.io "wrong" not found',
  );
  expect(failure({ 'app.yaml': [['readOnly: true', 'readOnly: false']] })).toBe(
    'rpc error: code = InvalidArgument desc = Readonly is not true in request',
  );
  expect(failure({ 'csi-provider.yaml': [['hashicorp/vault-csi-provider:1.7.4', 'example.com/none:1.0']] })).toBe(
    `${MOUNT}error connecting to provider "vault": provider not found: provider "vault"`,
  );
});

test('the provider may not make tokens for Pods without its ClusterRole', () => {
  expect(failure({ 'csi-provider.yaml': [['resources: [serviceaccounts/token]', 'resources: [pods]']] })).toMatch(
    /couldn't read secret "username": failed to create a service account token for requesting pod \{web-\S+ \S+ app web \}: serviceaccounts "web" is forbidden: User "system:serviceaccount:vault:vault-csi-provider" cannot create resource "serviceaccounts\/token"/,
  );
});

test('a new version reaches a running Pod by rotation, and only by it', () => {
  const lab = started(new Lab(worldOf('csi')));
  lab.wait(300);
  lab.type(NEW);
  lab.wait(100);
  expect(lab.files('secrets').password).toBe('n3w');

  const off = started(
    new Lab(
      worldOf('csi', { 'csi-driver.yaml': [['--enable-secret-rotation=true', '--enable-secret-rotation=false']] }),
    ),
  );
  off.type(NEW);
  off.wait(3600);
  expect(off.files('secrets').password).toBe('s3cr3t');
  expect(off.asked()).toHaveLength(2);
});

test('an outage leaves a running Pod its files and no event, and keeps new Pods from starting', () => {
  const lab = started(new Lab(worldOf('csi')));
  lab.cutVault();
  lab.wait(900);
  expect(lab.files('secrets').password).toBe('s3cr3t');
  expect(lab.events().filter((e) => e.startsWith('Failed'))).toEqual([]);
  lab.scale(2);
  lab.wait(120);
  expect(lab.type('kubectl get pods -n app')).toMatch(/0\/1 +ContainerCreating/);
  expect(lab.events().join('\n')).toContain('connect: connection refused');
  lab.healVault();
  lab.wait(130);
  expect(lab.type('kubectl get pods -n app')).not.toContain('ContainerCreating');
});

test('a token that has expired costs a refused read and a login', () => {
  const lab = started(new Lab(worldOf('csi', { 'vault.yaml': [['token_ttl: 1h', 'token_ttl: 10m']] })));
  lab.wait(720);
  expect(lab.asked(600_100).slice(0, 3)).toEqual([
    'GET /v1/kv/data/app/config',
    'POST /v1/auth/kubernetes/login',
    'GET /v1/kv/data/app/config',
  ]);
});

const SYNCED = `provider: vault
  secretObjects:
    - secretName: web
      type: Opaque
      data:
        - {objectName: password, key: PASSWORD}`;

test('secretObjects become a Secret that follows the mount and goes with the last owner', () => {
  const lab = started(new Lab(worldOf('csi', { 'app.yaml': [['provider: vault', SYNCED]] })));
  const secret = () => lab.objects('secret', 'web')[0];
  expect(secretText(secret() ?? { metadata: {} }, 'PASSWORD')).toBe('s3cr3t');
  expect(secret()?.metadata.labels).toEqual({ 'secrets-store.csi.k8s.io/managed': 'true' });
  lab.wait(300);
  lab.type(NEW);
  lab.wait(120);
  expect(secretText(secret() ?? { metadata: {} }, 'PASSWORD')).toBe('n3w');
  lab.type('kubectl delete deployment web -n app');
  lab.wait(60);
  expect(lab.objects('secret', 'web')).toEqual([]);
  expect(lab.objects('secretproviderclasspodstatus')).toEqual([]);
});

test('without syncSecret.enabled no Secret comes, and the Pod is told only that waiting was in vain', () => {
  const lab = started(
    new Lab(
      worldOf('csi', {
        'app.yaml': [['provider: vault', SYNCED]],
        'csi-driver.yaml': [
          [
            'resources: [secrets], verbs: [create, delete, get, list, patch, update, watch]',
            'resources: [configmaps], verbs: [get]',
          ],
        ],
      }),
    ),
  );
  expect(lab.objects('secret', 'web')).toEqual([]);
  expect(lab.events()).toContain('FailedToCreateSecret: timed out waiting for the condition');
});
