import { expect, test } from 'vitest';
import { worldSchema } from '../../../../src/content-check/schema/world.ts';
import { type Expectation, evaluate, evaluateAll, machines, Session } from '../../../../src/sim/index.ts';
import { parseYaml } from '../../../../src/yaml/index.ts';
import { contentFiles } from '../../../content/files.ts';

const base = worldSchema.parse(parseYaml(contentFiles()['content/worlds/base.yaml'] ?? '').documents[0]?.value);

/** The base world with the workload applied, a minute later. */
const running = (files: Record<string, string> = {}): Session => {
  const session = new Session(machines, { ...base, files: { ...base.files, ...files } });
  session.type('kubectl apply -f app.yaml');
  session.advanceTo(60_000);
  return session;
};
const session = running();
const PATH = '/v1/kv/data/app/config';
const outcome = (expectation: Expectation) => evaluate(session, expectation, session.now);

test('many expectations on one walk come out as each by itself', () => {
  const all: readonly Expectation[] = [
    { at: 30_000, that: 'pod app/web-* is Running 2/2' },
    { within: 20_000, that: 'pod app/web-* is Running 2/2' },
    { within: 1_000, that: 'pod app/web-* is Running 2/2' },
    { never: true, at: 0, until: 50_000, that: 'pod app/web-* has restarted once' },
    { throughout: true, at: 0, until: 50_000, that: 'vault is sealed' },
    { at: 0, request: { as: 'nobody', method: 'GET', path: PATH, status: 403 } },
    { exchange: { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/auth/kubernetes/login', times: 2 } },
  ];
  const single = all.map((expectation) => evaluate(session, expectation, session.now));
  expect(evaluateAll(session, all, session.now)).toEqual(single);
  expect(single.map(({ held }) => held)).toEqual([true, true, false, true, false, true, true]);
  expect(session.now).toBe(60_000);
});

test('a span beyond what was played is played on a branch', () => {
  const { held, observed } = outcome({
    at: 600_000,
    request: { as: 'pod app/web-*', method: 'GET', path: PATH, status: 200 },
  });
  expect(held, observed).toBe(true);
  expect(observed).toMatch(/^at 10 min pod app\/web-\S+ got 200/);
  expect(session.now).toBe(60_000);
});

test('a login is made as any ServiceAccount, and says why it was refused', () => {
  const account = 'app/web';
  expect(
    outcome({ login: { account, role: 'app-web', status: 200, policies: ['kv-app', 'default'], ttl: 3_600_000 } }).held,
  ).toBe(true);
  expect(outcome({ login: { account, role: 'app-web', status: 200, ttl: 60_000 } }).observed).toContain(
    'lives 3600 s, expected 60 s',
  );
  expect(outcome({ login: { account: 'app/default', role: 'app-web', status: 200 } }).observed).toBe(
    'at 1 min the login of app/default with role app-web got 403 `service account name not authorized`, expected 200',
  );
  expect(outcome({ login: { account: 'app/nobody', role: 'app-web', status: 200 } }).observed).toContain(
    'the API server gives no token for app/nobody: it answers 404',
  );
  expect(
    outcome({ request: { as: 'account app/web with app-web', method: 'GET', path: PATH, status: 200 } }).held,
  ).toBe(true);
  expect(
    outcome({ request: { as: 'account app/default with app-web', method: 'GET', path: PATH, status: 200 } }).observed,
  ).toContain('service account name not authorized');
});

test('a file is read as JSON or as variables', () => {
  const file = { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config' };
  expect(outcome({ file: { ...file, json: { username: 'web' } } }).held).toBe(true);
  expect(outcome({ file: { ...file, json: { username: 'Web' } } }).observed).toContain('expected JSON with username');
  expect(outcome({ file: { ...file, env: { username: 'web' } } }).held).toBe(false);
  expect(outcome({ file: { ...file, without: 'no value' } }).held).toBe(true);
});

test('a file that is not there is told with what the Agent complains of', () => {
  const refused = running({ 'kv-app.hcl': 'path "kv/app/*" {\n  capabilities = ["read"]\n}\n' });
  const { observed } = evaluate(
    refused,
    { file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config' } },
    refused.now,
  );
  expect(observed).toMatch(
    /has no \/vault\/secrets\/config in app; the Agent's log says `.*Code: 403.*permission denied/,
  );
});
