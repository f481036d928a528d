import { describe, expect, it } from 'vitest';
import { INJECTOR_HOST, type InjectorInput, machines } from '../../../../src/sim/injector/index.ts';
import { Run } from '../../../../src/sim/kernel/index.ts';
import { asked, template } from './support.ts';

const start = (input: InjectorInput = {}): Run => {
  const run = new Run(machines, { seed: 1, latency: 1 });
  run.apply({ type: 'spawn', id: 'injector', kind: 'injector', input });
  run.settle();
  return run;
};

const send = (run: Run, body: unknown, path = '/mutate?timeout=30s', contentType = 'application/json') => {
  const before = run.world.length;
  const headers = { 'content-type': contentType };
  run.apply({ type: 'request', id: 'x', to: `https://${INJECTOR_HOST}`, method: 'POST', path, headers, body });
  run.settle();
  const entries = run.history.slice(before);
  const answer = entries.find(({ kind }) => kind === 'response' || kind === 'failure');
  const states = entries.flatMap((entry) => (entry.kind === 'state' ? [entry.to] : []));
  const log = entries.flatMap((entry) => (entry.kind === 'log' ? [`${entry.level} ${entry.text}`] : []));
  return { answer, states, log, state: run.actor('injector')?.snapshot.value };
};

const review = (pod: object, namespace = 'app') => ({
  apiVersion: 'admission.k8s.io/v1',
  kind: 'AdmissionReview',
  request: { uid: 'u', namespace, object: pod },
});

describe('the injector as an actor', () => {
  it('stops a denied Pod in the stage that denied it', () => {
    const { answer, states, state } = send(start(), review(template(asked), 'kube-system'));
    expect(answer).toMatchObject({ kind: 'response', status: 200, body: { response: { uid: 'u', allowed: false } } });
    expect(state).toEqual({ serving: 'denied' });
    expect(JSON.stringify(states)).toContain('checkingNamespace');
    expect(JSON.stringify(states)).not.toContain('settingDefaults');
  });

  it('drops the connection of a review without a request', () => {
    const { answer, state } = send(start(), {});
    expect(answer).toMatchObject({ kind: 'failure', reason: 'closed' });
    expect(state).toEqual({ serving: 'dropped' });
  });

  it('answers with text what is no review, and logs it', () => {
    const { answer, log } = send(start(), '{}', '/mutate', 'text/plain');
    expect(answer).toMatchObject({ status: 400, body: 'Invalid content-type: "text/plain"\n' });
    expect(log).toEqual([
      'info Request received: Method=POST URL=/mutate',
      'warn warning for request: Warn="Invalid content-type: \\"text/plain\\"" Code=400',
    ]);
  });

  it('says that it is ready, and knows no other path', () => {
    const run = start();
    expect(send(run, null, '/health/ready').answer).toMatchObject({ status: 204, body: null });
    expect(send(run, null, '/').answer).toMatchObject({ status: 404, body: '404 page not found\n' });
  });

  it('does not serve when its environment is wrong', () => {
    const run = start({ env: {} });
    expect(run.actor('injector')).toBeUndefined();
    expect(run.history.at(-1)).toMatchObject({ kind: 'stopped', output: { exitCode: 1 } });
  });

  it('keeps nothing in its state that is no JSON', () => {
    const run = start();
    send(run, review(template({ ...asked, 'agent-run-as-user': '9223372036854775807' })));
    const context = run.actor('injector')?.snapshot.context;
    expect(JSON.parse(JSON.stringify(context))).toEqual(context);
  });
});
