import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { machines } from '../../../../src/sim/machines.ts';
import {
  type Expectation,
  evaluate,
  play,
  Session,
  storyOf,
  type WorldDefinition,
} from '../../../../src/sim/scenario/index.ts';

const base = load(
  readFileSync(new URL('../../../../content/worlds/base.yaml', import.meta.url), 'utf8'),
) as WorldDefinition;

const deployed = (): Session => {
  const session = new Session(machines, base);
  session.type('kubectl apply -f app.yaml');
  session.advanceTo(15_000);
  return session;
};

const outcome = (session: Session, expectation: Expectation) => evaluate(session, expectation, session.now);

test('the base world takes a Deployment to a running Pod with its file, every exchange told', () => {
  const began = performance.now();
  const session = deployed();
  const took = performance.now() - began;
  expect(outcome(session, { that: 'pod app/web-* is Running 2/2' }).held).toBe(true);
  expect(
    outcome(session, {
      file: { pod: 'app/web-*', container: 'app', path: '/vault/secrets/config', contains: '"username":"web"' },
    }).held,
  ).toBe(true);
  const { exchanges } = storyOf(session);
  const flow = exchanges
    .filter(({ from, to }) => from !== 'operator' && !(from === 'kubernetes' && to === 'kubernetes'))
    .map(({ from, to, request, status }) => `${from} > ${to} ${request.replace(/\?.*/, '')} ${status}`);
  const agent = (name: string) => [
    `${name} > vault GET /v1/sys/health 200`,
    `${name} > vault PUT /v1/auth/kubernetes/login 200`,
    'vault > kubernetes POST /apis/authentication.k8s.io/v1/tokenreviews 201',
    `${name} > vault PUT /v1/auth/token/renew-self 200`,
    `${name} > vault GET /v1/sys/internal/ui/mounts/kv/data/app/config 200`,
    `${name} > vault GET /v1/kv/data/app/config 200`,
  ];
  expect(flow).toEqual(['kubernetes > injector POST /mutate 200', ...agent('agent-init'), ...agent('agent')]);
  const review = exchanges.find(({ request }) => request.endsWith('/tokenreviews'));
  expect(exchanges.find(({ id }) => id === review?.within)?.request).toBe('PUT /v1/auth/kubernetes/login');
  // A generous bound for a shared machine: the aim is 300 ms alone.
  expect(took).toBeLessThan(1_500);
});

test('a look at the world leaves no trace in it', () => {
  const session = deployed();
  const before = session.run.world;
  const expectation = { request: { as: 'pod app/web-*', method: 'GET', path: '/v1/kv/data/app/config', status: 200 } };
  expect(outcome(session, expectation)).toMatchObject({ held: true });
  expect(outcome(session, { command: { run: 'kubectl delete deployment web -n app' } }).held).toBe(true);
  expect(outcome(session, { that: 'deployment app/web exists' }).held).toBe(true);
  expect(session.run.world).toBe(before);
});

test('eventually within, never and throughout look at every moment of their span', () => {
  const session = deployed();
  const running = 'pod app/web-* is Running 2/2';
  expect(outcome(session, { that: running, within: 10_000 })).toMatchObject({ held: true });
  expect(outcome(session, { that: running, within: 100 })).toMatchObject({ held: false });
  expect(outcome(session, { that: running, at: 10_000, throughout: true })).toMatchObject({ held: true });
  expect(outcome(session, { that: running, throughout: true })).toMatchObject({ held: false });
  expect(outcome(session, { that: 'pod app/web-* has restarted at least once', never: true })).toMatchObject({
    held: true,
  });
  expect(outcome(session, { that: 'pod app/web-* is Init:0/1 0/2', never: true })).toMatchObject({ held: false });
});

test('tokens, events and counts are seen as they are', () => {
  const session = deployed();
  expect(
    outcome(session, {
      token: { of: 'pod app/web-*', policies: ['default', 'kv-app'], renewable: true, ttlAtLeast: 3_500_000 },
    }),
  ).toMatchObject({ held: true });
  expect(outcome(session, { token: { of: 'pod app/web-*', policies: ['root'] } }).held).toBe(false);
  expect(
    outcome(session, { event: { about: 'pod app/web-*', reason: 'Started', contains: 'vault-agent-init', times: 1 } }),
  ).toMatchObject({ held: true });
  const login = { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/auth/kubernetes/login' };
  expect(outcome(session, { exchange: { ...login, times: 2 } }).held).toBe(true);
  expect(outcome(session, { exchange: { ...login, atMost: 1 } }).observed).toContain('expected at most once');
});

test('a denied login names the state it stopped in and the reason in Vault’s words', () => {
  const files = {
    ...base.files,
    'vault.yaml': (base.files['vault.yaml'] ?? '').replace('names: [web]', 'names: [api]'),
  };
  const result = play(machines, {
    world: { ...base, files },
    timeline: [{ at: 0, run: 'kubectl apply -f app.yaml' }],
    expect: [{ at: 20_000, that: 'pod app/web-* is Init:0/1 0/2' }],
  });
  if (!result.played) throw new Error(result.problem.text);
  expect(result.outcomes).toMatchObject([{ held: true }]);
  const denied = storyOf(result.session).exchanges.find(({ request }) => request.endsWith('/login'));
  expect(denied).toMatchObject({ denied: true, status: 403, state: 'matchingName' });
  expect(denied?.reason).toContain('service account name not authorized');
});
