import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { Lab, worldOf } from './world.ts';

const scenarios = new URL('../../../../content/scenarios/', import.meta.url);
const manifest = (
  load(readFileSync(new URL('delivery-sdk.yaml', scenarios), 'utf8')) as { files: Record<string, string> }
).files['app.yaml'];
const NEW = 'vault kv put kv/app/config username=web password=n3w';

const started = (variables: Readonly<Record<string, string>> = {}, vault: Parameters<typeof worldOf>[1] = {}): Lab => {
  const world = worldOf('base', vault);
  const more = Object.entries(variables).map(([n, v]) => `            - name: ${n}\n              value: "${v}"\n`);
  const lab = new Lab({ ...world, files: { ...world.files, 'app.yaml': `${manifest}${more.join('')}` } });
  lab.type('kubectl apply -f app.yaml');
  lab.wait(10);
  return lab;
};
const says = (lab: Lab): string => lab.type('kubectl logs deploy/web -n app');

test('a new version is seen at the next read, and the token is renewed on the way', () => {
  const lab = started();
  lab.type(NEW);
  lab.wait(300);
  expect(says(lab)).toContain('using secret kv/data/app/config, version 2');
  lab.wait(7200);
  expect(lab.asked().filter((r) => r.includes('login'))).toHaveLength(1);
  expect(lab.asked().filter((r) => r.includes('renew-self')).length).toBeGreaterThan(2);
});

test('at its maximum the token is replaced by a new login; without renewal nothing replaces it', () => {
  const short = { 'vault.yaml': [['token_ttl: 1h', 'token_ttl: 10m\n        token_max_ttl: 30m']] } as const;
  const renewing = started({}, short);
  renewing.wait(3600);
  expect(says(renewing)).toContain('token can no longer be renewed, logging in again');
  expect(renewing.asked().filter((r) => r.includes('login')).length).toBeGreaterThan(1);
  const once = started({ VAULT_RENEW: 'false' }, short);
  once.wait(3600);
  expect(once.asked().filter((r) => r.includes('login'))).toHaveLength(1);
  expect(says(once)).toMatch(
    /unable to read secret: Error making API request[\s\S]*Code: 403[\s\S]*working on with the secret/,
  );
  expect(once.type('kubectl get pods -n app')).toContain('1/1     Running   0');
});

test('an outage is outlived with what is in memory; a start during it is not', () => {
  const lab = started();
  lab.cutVault();
  lab.wait(7200);
  expect(lab.type('kubectl get pods -n app')).toContain('1/1     Running   0');
  lab.scale(2);
  lab.wait(300);
  expect(lab.type('kubectl get pods -n app')).toContain('CrashLoopBackOff');
  lab.healVault();
  lab.type(NEW);
  lab.wait(600);
  expect(lab.type('kubectl get pods -n app')).not.toContain('CrashLoopBackOff');
  expect(says(lab)).toContain('version 2');
});

test('a refused login ends the application with the words of Vault', () => {
  const lab = started({ VAULT_ROLE: 'nobody' });
  expect(says(lab)).toMatch(/unable to log in to Vault: Error making API request[\s\S]*invalid role name "nobody"/);
  expect(lab.type('kubectl get pods -n app')).toContain('CrashLoopBackOff');
});
