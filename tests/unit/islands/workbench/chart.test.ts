import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type ChartState, chartOf, litBy } from '../../../../src/islands/workbench/chart/chart.ts';
import { livesOf, movedBy } from '../../../../src/islands/workbench/chart/lives.ts';
import { exchangesOf, machines, Session, type WorldDefinition } from '../../../../src/sim/index.ts';

const world = load(readFileSync('content/worlds/base.yaml', 'utf8')) as WorldDefinition;
const { files } = load(readFileSync('content/scenarios/audience-mismatch.yaml', 'utf8')) as {
  files: Record<string, string>;
};
const idsOf = (states: readonly ChartState[]): string[] => states.flatMap((s) => [s.id, ...idsOf(s.states)]);

describe('a chart', () => {
  it('of every machine has each state once, and edges between states that are there', () => {
    for (const machine of Object.values(machines)) {
      const chart = chartOf(machine);
      const ids = idsOf(chart.states);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { from, to } of chart.edges) {
        expect(ids).toContain(from);
        expect(ids).toContain(to);
      }
    }
  });

  it('of the login tells its checks in order, and each way to be denied', () => {
    const login = machines['vault/kubernetes-login'];
    if (!login) throw new Error('the login has no machine');
    const { states, edges } = chartOf(login);
    expect(states[0]).toMatchObject({ id: 'readingRequest', initial: true });
    expect(edges).toContainEqual({ from: 'checkingAudience', to: 'denied', labels: ['[denied]'] });
  });

  it('lights a nested state and those around it', () => {
    expect([...litBy('{"running":{"probing":"waiting"}}')]).toEqual([
      'running',
      'running.probing',
      'running.probing.waiting',
    ]);
    expect([...litBy('denied')]).toEqual(['denied']);
  });
});

describe('lives', () => {
  it('of a denied login end where it was denied, and belong to its exchange', () => {
    const session = new Session(machines, { ...world, files: { ...world.files, ...files } });
    session.type('kubectl apply -f app.yaml');
    session.advanceTo(5_000);
    const { history } = session.run;
    const denied = exchangesOf(history, { start: session.start, withoutControllers: true }).find(
      (e) => e.request.endsWith('/login') && e.denied,
    );
    const [actor] = movedBy(history, denied?.id ?? -1).filter((a) => a.includes('login'));
    const life = livesOf(history).find((l) => l.actor === actor);
    expect(life?.passed.slice(-2).map((p) => p.to)).toEqual(['checkingAudience', 'denied']);
    expect(life?.ended).toBe(true);
  });
});
