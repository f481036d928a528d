import { describe, expect, it } from 'vitest';
import { KernelError, load, Run, save } from '../../../../src/sim/kernel/index.ts';
import { machines } from './machines.ts';

const world = (seed = 1): Run => {
  const run = new Run(machines, { seed, latency: 2 });
  run.apply({ type: 'spawn', id: 'server', kind: 'server', input: { host: 'vault:8200' } });
  for (const n of [1, 2, 3]) {
    run.apply({ type: 'spawn', id: `c${n}`, kind: 'client', input: { to: 'http://vault:8200', period: 100 * n } });
  }
  return run;
};

const contextOf = <T>(run: Run, id: string): T => {
  const actor = run.actor(id);
  if (!actor) throw new Error(`no actor ${id}`);
  return actor.snapshot.context as T;
};
const answers = (run: Run, id: string): number => contextOf<{ answers: number }>(run, id).answers;
const failures = (run: Run, id: string): string[] => contextOf<{ failures: string[] }>(run, id).failures;

const errorOf = (action: () => unknown): KernelError => {
  try {
    action();
  } catch (e) {
    if (e instanceof KernelError) return e;
    throw e;
  }
  throw new Error('nothing was thrown');
};

describe('a run', () => {
  it('carries requests and answers with latency both ways', () => {
    const run = world();
    run.advanceTo(3);
    expect(answers(run, 'c1')).toBe(0);
    run.advanceTo(4);
    expect(answers(run, 'c1')).toBe(1);
  });

  it('gives a byte-identical history for the same recipe, and another for another seed', () => {
    const text = (seed: number): string => {
      const run = world(seed);
      run.advanceTo(20_000);
      return JSON.stringify(run.history);
    };
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it('shows every state a machine passes through at one instant, and hands its output to the parent', () => {
    const run = new Run(machines, { seed: 1 });
    run.apply({ type: 'spawn', id: 'p', kind: 'parent' });
    run.apply({ type: 'send', to: 'p', event: { type: 'go' } });
    const walked = run.history.flatMap((e) => (e.kind === 'state' && e.actor === 'child' ? [e.to] : []));
    expect(walked).toEqual(['checkingJwt', 'matchingName', 'issuingToken']);
    expect(contextOf<{ got: unknown }>(run, 'p').got).toEqual({ name: 'app' });
    expect(run.history).toContainEqual(
      expect.objectContaining({ kind: 'stopped', actor: 'child', output: { name: 'app' } }),
    );
    expect(run.actors()).toEqual(['p']);
  });

  it('seeks backwards and forwards to the very worlds it has passed', () => {
    const run = world();
    const seen = new Map<number, string>();
    for (let t = 0; t <= 60_000; t += 1500) {
      run.advanceTo(t);
      seen.set(t, JSON.stringify(save(run.world)));
    }
    const full = JSON.stringify(run.history);
    for (const t of [45_000, 3_000, 58_500, 0, 60_000]) {
      run.seek(t);
      expect(JSON.stringify(save(run.world))).toBe(seen.get(t));
    }
    expect(JSON.stringify(run.history)).toBe(full);
  });

  it('replays its own recipe to the same world', () => {
    const run = world();
    run.advanceTo(500);
    run.apply({ type: 'fault', fault: { id: 'f', from: '*', to: 'vault:8200', effect: 'refuse' } });
    run.advanceTo(900);
    run.apply({ type: 'heal', id: 'f' });
    run.advanceTo(2_000);
    const again = Run.play(machines, JSON.parse(JSON.stringify(run.recipe)), 2_000);
    expect(JSON.stringify(save(again.world))).toBe(JSON.stringify(save(run.world)));
    expect(again.history).toEqual(run.history);
  });

  it('goes on from a world that was stored as JSON exactly as the original does', () => {
    const run = world();
    run.advanceTo(5_000);
    const loaded = load(machines, JSON.parse(JSON.stringify(save(run.world))));
    expect(JSON.stringify(save(loaded))).toBe(JSON.stringify(save(run.world)));
  });

  it('branches without disturbing the original, and forgets the future when the past is changed', () => {
    const run = world();
    run.advanceTo(10_000);
    const original = JSON.stringify(run.history);
    run.seek(4_000);
    const other = run.branch();
    other.apply({ type: 'stop', id: 'server' });
    other.advanceTo(10_000);
    expect(failures(other, 'c1')).toContain('refused');
    run.seek(10_000);
    expect(JSON.stringify(run.history)).toBe(original);
    run.seek(4_000);
    run.apply({ type: 'stop', id: 'c1' });
    expect(run.end).toBe(4_000);
    run.advanceTo(10_000);
    expect(run.actors()).toEqual(['c2', 'c3', 'server']);
  });

  it('becomes quiet when no message is under way, though timers run', () => {
    const run = world();
    expect(run.settle()).toBe(true);
    expect(run.now).toBe(4);
  });

  it('leaves the exchange of a request from outside in the history', () => {
    const run = world();
    const at = run.apply({ type: 'request', id: 'x', to: 'http://vault:8200', method: 'GET', path: '/v1/sys/health' });
    run.settle();
    const request = run.history[at + 1];
    const answer = run.history.find((e) => e.kind === 'response' && e.exchange === at + 1);
    expect(request).toMatchObject({ kind: 'request', path: '/v1/sys/health', place: 'operator' });
    expect(answer).toMatchObject({ status: 200, body: { path: '/v1/sys/health' } });
  });
});

describe('a disturbed network', () => {
  it.each([
    ['refuse', 'refused'],
    ['reset', 'reset'],
    ['no such host', 'no such host'],
    ['cut', 'timeout'],
  ] as const)('answers a client during %s with %s, and heals', (effect, reason) => {
    const run = world();
    run.advanceTo(50);
    run.apply({ type: 'fault', fault: { id: 'f', from: '*', to: 'server', effect } });
    run.advanceTo(1_500);
    expect(failures(run, 'c1').at(-1)).toBe(reason);
    run.apply({ type: 'heal', id: 'f' });
    const before = answers(run, 'c1');
    run.advanceTo(4_000);
    expect(answers(run, 'c1')).toBeGreaterThan(before);
  });

  it('refuses a name whose server has gone and does not resolve one that never was', () => {
    const run = world();
    run.advanceTo(50);
    run.apply({ type: 'stop', id: 'server' });
    run.apply({ type: 'spawn', id: 'x', kind: 'client', input: { to: 'http://nowhere', period: 100 } });
    run.advanceTo(400);
    expect(failures(run, 'c1')).toContain('refused');
    expect(failures(run, 'x')).toContain('no such host');
  });
});

describe('an error inside the model', () => {
  const faulty = (): Run => {
    const run = new Run(machines, { seed: 1 });
    run.apply({ type: 'spawn', id: 'faulty', kind: 'faulty' });
    run.advanceTo(25);
    return run;
  };

  it.each([
    ['boom', 'actor failed', 'the machine is broken'],
    ['loop', 'endless loop', 'at one instant'],
    ['spin', 'actor failed', 'Infinite loop'],
    ['lost', 'unknown actor', 'nobody'],
    ['wrong', 'bad effect', 'unheardOf'],
  ] as const)('on %s names the actor and the time, and leaves the world as it was', (type, code, words) => {
    const run = faulty();
    const before = JSON.stringify([save(run.world), run.history, run.recipe]);
    const error = errorOf(() => run.apply({ type: 'send', to: 'faulty', event: { type } }));
    expect(error.code).toBe(code);
    expect(error.at).toBe(25);
    expect(error.message).toContain(words);
    expect(error.actors).toContain(type === 'lost' ? 'nobody' : 'faulty');
    expect(JSON.stringify([save(run.world), run.history, run.recipe])).toBe(before);
  });

  it('refuses an event for an unknown actor, an unknown kind and a second actor of one name', () => {
    const run = faulty();
    expect(errorOf(() => run.apply({ type: 'send', to: 'ghost', event: { type: 'x' } })).code).toBe('unknown actor');
    expect(errorOf(() => run.apply({ type: 'spawn', id: 'g', kind: 'ghost' })).code).toBe('unknown kind');
    expect(errorOf(() => run.apply({ type: 'spawn', id: 'faulty', kind: 'faulty' })).code).toBe('bad effect');
    expect(errorOf(() => run.advanceTo(3)).message).toContain('seek');
  });
});
