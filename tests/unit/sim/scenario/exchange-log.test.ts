import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { machines } from '../../../../src/sim/machines.ts';
import {
  ExchangeLog,
  exchangesOf,
  MomentLog,
  momentsOf,
  type Pieces,
  Session,
  type WorldDefinition,
} from '../../../../src/sim/scenario/index.ts';

const base = load(
  readFileSync(new URL('../../../../content/worlds/base.yaml', import.meta.url), 'utf8'),
) as WorldDefinition;

/** Take every piece, each no longer than one event. */
const inPieces = <T>(make: (pause: () => boolean) => Pieces<T>): { value: T; pieces: number } => {
  let asked = 0;
  const pieces = make(() => ++asked > 1);
  for (let n = 1; ; n++) {
    asked = 0;
    const piece = pieces.next();
    if (piece.done) return { value: piece.value, pieces: n };
  }
};

test('a session played event by event is the session played at once', () => {
  const whole = new Session(machines, base);
  whole.type('kubectl apply -f app.yaml');
  whole.advanceTo(20_000);
  whole.seek(2_000);
  const { value: session, pieces } = inPieces((pause) => Session.begin(machines, base, pause));
  inPieces((pause) => session.doing({ at: 0, run: 'kubectl apply -f app.yaml' }, pause));
  inPieces((pause) => session.advancing(20_000, pause));
  inPieces((pause) => session.seeking(2_000, pause));
  expect(pieces).toBeGreaterThan(10);
  expect(session.run.known).toEqual(whole.run.known);
  expect(session.now).toBe(whole.now);
  expect(session.steps).toEqual(whole.steps);
});

test('a moment reached event by event has all that happens at it', () => {
  const session = new Session(machines, base);
  session.type('kubectl apply -f app.yaml');
  session.advanceTo(20_000);
  const times = new Set(session.run.known.map(({ at }) => at - session.start).filter((at) => at > 0 && at < 3_000));
  for (const time of times) {
    session.seek(time);
    const { length } = session.run.world;
    session.seek(0);
    inPieces((pause) => session.seeking(time, pause));
    expect([time, session.run.world.length]).toEqual([time, length]);
  }
});

test('what a log tells of any moment is what is told of the history up to it, also after another way was taken', () => {
  const session = new Session(machines, base);
  session.type('kubectl apply -f app.yaml');
  session.advanceTo(10_000);
  const { start } = session;
  const exchanges = new ExchangeLog({ start, withoutControllers: true });
  const moments = new MomentLog(start);
  const compare = (): void => {
    const { known, history } = session.run;
    expect(exchanges.read(known, history.length)).toEqual(exchangesOf(history, { start, withoutControllers: true }));
    expect(moments.read(known, history.length)).toEqual(momentsOf(history, start));
  };
  compare();
  // In the middle of the login, with the TokenReview under way.
  for (const time of [1_825, 1_827, 1_829, 3, 10_000]) {
    session.seek(time);
    compare();
  }
  session.seek(1_827);
  session.type('vault policy delete kv-app');
  session.advanceTo(9_000);
  compare();
});

test('a followed log gives the console back, goes on printing, and ends with Ctrl-C', () => {
  const session = new Session(machines, base);
  session.type('kubectl apply -f app.yaml');
  session.advanceTo(10_000);
  const name = /web-\S+/.exec(session.type('kubectl get pods -n app').stdout)?.[0] ?? '';
  const before = session.now;
  session.type(`kubectl logs -f -n app ${name} -c vault-agent`);
  expect(session.now - before).toBeLessThan(5_000);
  expect(session.busy).toBe(true);
  const printed = session.typed.at(-1)?.stdout.length ?? 0;
  session.advanceTo(3_600_000);
  expect(session.typed.at(-1)?.stdout.length).toBeGreaterThan(printed);
  session.interrupt();
  expect(session.busy).toBe(false);
  expect(session.type('echo on').stdout).toBe('on\n');
});
