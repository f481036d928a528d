import { expect, test } from 'vitest';
import { claimsOf, parseCompact } from '../../../../src/sim/jwt/index.ts';
import { Cluster, field } from './cluster.ts';

const ACCOUNTS = '/api/v1/namespaces/default/serviceaccounts';
const REVIEWS = '/apis/authentication.k8s.io/v1/tokenreviews';

const withAccount = (): Cluster => {
  const cluster = new Cluster();
  cluster.create('ServiceAccount', 'v1', ACCOUNTS, 'web', {});
  return cluster;
};

const claims = (token: unknown): Readonly<Record<string, unknown>> => {
  const parsed = parseCompact(String(token));
  if ('error' in parsed) throw new Error(parsed.error.message);
  const read = claimsOf(parsed.jws.payload);
  if ('error' in read) throw new Error(read.error.message);
  return read.object;
};

const request = (cluster: Cluster, spec: object): unknown =>
  cluster.ask('POST', `${ACCOUNTS}/web/token`, { spec }).body;

test('a token that a Pod mounts unasked lives a year, and says after which hour to warn', () => {
  const cluster = withAccount();
  cluster.create('Pod', 'v1', '/api/v1/namespaces/default/pods', 'web', {
    spec: { serviceAccountName: 'web', containers: [{ name: 'app', image: 'app:1' }] },
  });
  const boundObjectRef = { kind: 'Pod', apiVersion: 'v1', name: 'web' };
  const token = claims(field(request(cluster, { expirationSeconds: 3607, boundObjectRef }), 'status', 'token'));
  expect(Number(token.exp) - Number(token.iat)).toBe(31_536_000);
  expect(field(token, 'kubernetes.io', 'warnafter')).toBe(Number(token.iat) + 3607);
});

test('a token for another audience is not extended', () => {
  const cluster = withAccount();
  const token = claims(field(request(cluster, { expirationSeconds: 3607, audiences: ['vault'] }), 'status', 'token'));
  expect(Number(token.exp) - Number(token.iat)).toBe(3607);
});

test('a token expires one minute after its time, and no sooner', () => {
  const cluster = withAccount();
  const token = field(request(cluster, { expirationSeconds: 600 }), 'status', 'token');
  const review = (): unknown =>
    field(cluster.ask('POST', REVIEWS, { spec: { token } }).body, 'status', 'authenticated');
  cluster.wait(655);
  expect(review()).toBe(true);
  cluster.wait(20);
  expect(review()).toBeUndefined();
});

test('a review shows in its states where a token failed', () => {
  const cluster = withAccount();
  const token = field(request(cluster, { audiences: ['vault'] }), 'status', 'token');
  cluster.ask('POST', REVIEWS, { spec: { token } });
  const states = cluster.run.history.flatMap((e) =>
    e.kind === 'state' && e.machine === 'kubernetes/token-review' ? [e.to] : [],
  );
  expect(states).toEqual(['matchingIssuer', 'verifyingSignature', 'matchingAudience', 'refused']);
});
