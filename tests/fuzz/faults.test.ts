import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { faults, machines, Random, Session, SessionError, type WorldDefinition } from '../../src/sim/index.ts';

const worldOf = (name: string): WorldDefinition =>
  load(readFileSync(new URL(`../../content/worlds/${name}.yaml`, import.meta.url), 'utf8')) as WorldDefinition;

const begun = (world: string, ...commands: readonly string[]): Session => {
  const session = new Session(machines, worldOf(world));
  for (const command of commands) session.type(command);
  session.advanceTo(session.now + 30_000);
  return session;
};

const sessions = [
  begun('base'),
  begun('base', 'kubectl apply -f app.yaml'),
  begun('faults', 'kubectl apply -f app.yaml'),
  begun('faults', 'kubectl apply -f database.yaml'),
];
const ids = Object.keys(faults);
const SEQUENCES = 25;
const STEPS = 10;

/** @returns whether it could be done; a refusal with words is fine, anything else is not */
const tries = (session: Session, id: string, change: 'begin' | 'end'): boolean => {
  try {
    session.fault(id, change);
    return true;
  } catch (error) {
    if (error instanceof SessionError && error.remedy !== '') return false;
    throw error;
  }
};

test('a fault that could begin can end, in any world', () => {
  const stuck: string[] = [];
  for (const session of sessions) {
    for (const id of ids) {
      const branch = session.branch();
      if (!tries(branch, id, 'begin') || faults[id]?.end === null) continue;
      branch.advanceTo(branch.now + 60_000);
      if (!tries(branch, id, 'end')) stuck.push(id);
    }
  }
  expect(stuck).toEqual([]);
});

test('faults in any order and at any time are taken or refused with words', () => {
  for (let n = 1; n <= SEQUENCES; n++) {
    const random = new Random(n);
    const session = sessions[random.below(sessions.length)]?.branch() as Session;
    for (let step = 0; step < STEPS; step++) {
      const active = session.faults;
      if (active.length > 0 && random.below(2) === 0) tries(session, active[random.below(active.length)] ?? '', 'end');
      else tries(session, ids[random.below(ids.length)] ?? '', 'begin');
      if (random.below(3) === 0) session.type('kubectl delete pod -n app -l app=web --wait=false');
      session.advanceTo(session.now + random.below(300_000));
    }
  }
}, 60_000);
