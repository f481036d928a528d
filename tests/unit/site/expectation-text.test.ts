import { expect, test } from 'vitest';
import { expectationText, timelineText } from '../../../src/site/expectation-text.ts';

test('every kind of expectation has words of its own', () => {
  const words = [
    expectationText({ that: 'pod app/web-* is Running 2/2' }),
    expectationText({ that: '2 pods app/web-* are Running 2/2' }),
    expectationText({ that: 'pod app/web-* has not restarted' }),
    expectationText({ that: 'clusterrolebinding vault-server-binding does not exist' }),
    expectationText({ that: 'vault is sealed' }),
    expectationText({ request: { as: 'nobody', method: 'GET', path: '/v1/kv/data/x', status: 403 } }),
    expectationText({ exchange: { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/x', atLeast: 2 } }),
    expectationText({ exchange: { from: 'agent', to: 'vault', method: 'PUT', path: '/v1/x', times: 0 } }),
    expectationText({ log: { of: 'vault', contains: 'sealed', times: 2 } }),
    expectationText({ token: { of: 'pod app/web-*', policies: ['kv-app'], ttlAtMost: 3_600_000 } }),
    expectationText({ token: { of: 'pod app/web-*', dead: true } }),
    expectationText({ event: { about: 'pod app/web-*', reason: 'FailedMount', contains: 'no secret' } }),
    expectationText({ command: { run: 'vault status', exit: 2, contains: 'Sealed' } }),
  ];
  expect(words).toEqual([
    '`pod app/web-*` is Running 2/2',
    '2 `pods app/web-*` are Running 2/2',
    '`pod app/web-*` has not restarted',
    '`clusterrolebinding vault-server-binding` does not exist',
    'Vault is sealed',
    '`GET /v1/kv/data/x` without a token answers 403',
    '`PUT /v1/x` arrives at least twice',
    'No `PUT /v1/x` arrives',
    'A line with `sealed` twice',
    'The token of `pod app/web-*` has the policies `kv-app`, has at most 1 h to live',
    'Vault no longer knows the token of `pod app/web-*`',
    'An event `FailedMount` about `pod app/web-*` with `no secret`',
    '`vault status` ends with exit code 2 and prints `Sealed`',
  ]);
});

test('spans of time and saved files are said', () => {
  expect(expectationText({ at: 0, within: 60_000, that: 'vault is sealed' })).toBe(
    'Vault is sealed, at most 1 min later',
  );
  expect(expectationText({ never: true, until: 60_000, that: 'vault is sealed' })).toBe(
    'At no moment until 1 min: Vault is sealed',
  );
  expect(timelineText({ at: 0, save: 'app.yaml', text: '' })).toBe('The file `app.yaml` is saved');
});
