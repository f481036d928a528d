import { describe, expect, it } from 'vitest';
import type { Exchange, Moment } from '../../../src/content-check/play.ts';
import { abridge } from '../../../src/site/abridge.ts';
import { runRows } from '../../../src/site/run-rows.ts';

const exchange = (id: number, at: number, request: string, more: Partial<Exchange> = {}): Exchange => ({
  id,
  within: null,
  at,
  answeredAt: at + 5,
  from: 'agent',
  to: 'vault',
  request,
  status: 200,
  asks: '',
  sentence: '',
  denied: false,
  reason: null,
  state: null,
  requestBody: null,
  responseBody: null,
  ...more,
});
const moment = (id: number, at: number, more: Partial<Moment> = {}): Moment => ({
  id,
  at,
  party: 'agent',
  kind: 'file',
  text: 'writes /vault/secrets/config',
  trouble: false,
  ...more,
});
const told = (rows: ReturnType<typeof runRows>) =>
  rows.map((row) => (row.kind === 'moment' ? `moment ${row.moment.id}` : `${row.kind} ${row.exchange.id}`));

describe('the rows of a run', () => {
  it('put an exchange around those that happened during it', () => {
    const login = exchange(1, 10, 'PUT /login', { answeredAt: 30 });
    const review = exchange(2, 15, 'POST /tokenreviews', { within: 1 });
    const read = exchange(3, 31, 'GET /secret');
    expect(told(runRows({ exchanges: [login, review, read], moments: [moment(9, 40), moment(8, 12)] }))).toEqual([
      'ask 1',
      'moment 8',
      'exchange 2',
      'answer 1',
      'exchange 3',
      'moment 9',
    ]);
  });

  it('keep an exchange whose surrounding one is not shown', () => {
    expect(told(runRows({ exchanges: [exchange(2, 15, 'POST /tokenreviews', { within: 1 })], moments: [] }))).toEqual([
      'exchange 2',
    ]);
  });
});

describe('a long run', () => {
  const party = (id: string) => ({ id, kind: 'agent' as const, name: id });
  const renewals = Array.from({ length: 45 }, (_, i) => exchange(i, i * 100, 'PUT /renew-self'));
  const run = { parties: [party('agent'), party('vault'), party('injector')], moments: [] };

  it('tells repetitions once, until the outcome changes', () => {
    const refused = exchange(45, 9000, 'PUT /renew-self', { status: 403, denied: true, reason: 'permission denied' });
    const abridged = abridge({ ...run, exchanges: [...renewals, refused, exchange(46, 9100, 'PUT /renew-self')] });
    expect(abridged.exchanges.map(({ id }) => id)).toEqual([0, 45, 46]);
    expect(abridged.again.get(0)).toEqual({ times: 44, last: 4400 });
  });

  it('leaves a short run and its repetitions alone, and drops lanes of the silent', () => {
    const abridged = abridge({ ...run, exchanges: renewals.slice(0, 2) });
    expect(abridged.exchanges).toHaveLength(2);
    expect(abridged.parties.map(({ id }) => id)).toEqual(['agent', 'vault']);
  });

  it('shows of the logs what tells of trouble, and each trouble once', () => {
    const lines = [200, 300].map((at, i) =>
      moment(i, at, { kind: 'log', trouble: true, text: `error authenticating: backoff=${at}ms\n more` }),
    );
    const abridged = abridge({
      ...run,
      exchanges: renewals,
      moments: [moment(7, 1, { kind: 'log', text: 'authenticating' }), ...lines],
    });
    expect(abridged.moments.map(({ text }) => text)).toEqual(['error authenticating: backoff=200ms']);
  });
});
