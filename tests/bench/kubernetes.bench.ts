import { signingKey } from '../../src/sim/jwt/index.ts';
import { DEFAULT_EPOCH, Run } from '../../src/sim/kernel/index.ts';
import { answerReview } from '../../src/sim/kubernetes/endpoints/token-review.ts';
import { handle, newApiState, parseRequest } from '../../src/sim/kubernetes/index.ts';
import { reviewServiceAccountToken } from '../../src/sim/kubernetes/tokens/review.ts';
import { machines } from '../../src/sim/machines.ts';
import { type Bench, type Measurement, median } from './bench.ts';

const TIMES = 1_000;
const HOUR = 3_600_000;
const PODS = 1_000;

/** An API server by itself; every request is a pure function of its state. */
class Bare {
  #state = newApiState({
    issuer: 'https://issuer',
    audiences: ['https://issuer'],
    signingKey: signingKey('bench'),
    wall: DEFAULT_EPOCH,
  });
  #calls = 0;

  ask(method: string, path: string, body?: unknown): unknown {
    const request = parseRequest(method, path, { authorization: 'Bearer admin-token' }, body);
    // A minute between two calls, so that no success is remembered.
    const moment = { wall: DEFAULT_EPOCH + this.#calls * 60_000, entropy: this.#calls++ };
    const { state, outcome } = handle(this.#state, request, moment);
    this.#state = state;
    if (outcome.kind === 'answer') return outcome.body;
    if (outcome.kind !== 'review') throw new Error(`unexpected ${outcome.kind}`);
    const { token, audiences } = outcome.input;
    const answer = answerReview(
      state,
      outcome.spec,
      reviewServiceAccountToken(outcome.input),
      token,
      audiences,
      moment.wall,
    );
    return answer.kind === 'answer' ? answer.body : null;
  }
}

const againstFloor = (
  name: string,
  bare: Bare,
  method: string,
  path: string,
  body: unknown,
  aim: number,
): Measurement => {
  const texts = [JSON.stringify(body), JSON.stringify(bare.ask(method, path, body))];
  const floor = median(() => {
    for (let i = 0; i < TIMES; i++) for (const text of texts) JSON.stringify(JSON.parse(text));
  });
  const taken = median(() => {
    for (let i = 0; i < TIMES; i++) bare.ask(method, path, body);
  });
  const value = taken / floor;
  const detail = `${((taken / TIMES) * 1000).toPrecision(3)} µs each`;
  return { name, value, unit: '× the JSON of its messages', aim: `≤ ${aim} ×`, reached: value <= aim, detail };
};

const requests = (): Measurement[] => {
  const bare = new Bare();
  bare.ask('POST', '/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 'web' } });
  const request = { spec: { expirationSeconds: 4_000_000_000 } };
  const answer = bare.ask('POST', '/api/v1/namespaces/default/serviceaccounts/web/token', request) as {
    status: { token: string };
  };
  const review = { spec: { token: answer.status.token } };
  const access = { spec: { user: 'ann', resourceAttributes: { verb: 'get', resource: 'pods', namespace: 'default' } } };
  return [
    againstFloor('TokenReview', bare, 'POST', '/apis/authentication.k8s.io/v1/tokenreviews', review, 30),
    againstFloor('TokenRequest', bare, 'POST', '/api/v1/namespaces/default/serviceaccounts/web/token', request, 60),
    againstFloor('SubjectAccessReview', bare, 'POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', access, 30),
  ];
};

/** A Deployment of so many Pods, alive for a day: seconds it took. */
const fleet = (replicas: number): number => {
  const run = new Run(machines, { seed: 1 });
  run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input: {} });
  const labels = { app: 'web' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'nginx:1.27' }] } };
  const from = performance.now();
  run.apply({
    type: 'request',
    id: 'deploy',
    to: 'https://kubernetes.default.svc:443',
    method: 'POST',
    path: '/apis/apps/v1/namespaces/default/deployments',
    headers: { authorization: 'Bearer admin-token' },
    body: { metadata: { name: 'web' }, spec: { replicas, selector: { matchLabels: labels }, template } },
  });
  run.advanceTo(24 * HOUR);
  return (performance.now() - from) / 1000;
};

const fleets = (): Measurement[] => {
  const small = fleet(PODS / 10);
  const large = fleet(PODS);
  return [
    {
      name: `${PODS} Pods of a Deployment for 24 virtual hours, their tokens renewed`,
      value: large,
      unit: 's',
      aim: '≤ 20 s',
      reached: large <= 20,
      detail: `${PODS / 10} Pods: ${small.toPrecision(2)} s`,
    },
  ];
};

export const bench: Bench = { name: 'kubernetes', run: () => [...requests(), ...fleets()] };
