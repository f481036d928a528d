import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-check/content.ts';
import { contradictions, FAULT_WORLD, faultTrial } from '../../src/content-check/faults.ts';
import type { Fault, Sight } from '../../src/sim/faults/fault.ts';
import { faultTrials } from '../../src/sim/faults/trial.ts';
import { faultCatalogue, faults, machines, OBSERVERS, Session, SessionError, save } from '../../src/sim/index.ts';
import { contentFiles } from './files.ts';

const files = contentFiles();
const tryIt = faultTrial(files);
const catalogue = Object.values(faults);
const world = readContent(files).content.worlds[FAULT_WORLD]?.value;
if (!world) throw new Error('the world of the faults cannot be read');

/** When the trials' faults begin. */
const BEGIN = 60_000;

const worldText = (session: Session): string => JSON.stringify(save(session.run.world));

const deployed = (): Session => {
  const session = new Session(machines, world);
  session.type('kubectl apply -f app.yaml');
  session.advanceTo(60_000);
  return session;
};

describe('the catalogue', () => {
  test.each(catalogue.map((fault) => [fault.id, fault] as const))(
    '%s is seen as it says, heals, and can be gone back over',
    (_, fault) => {
      const tried = tryIt(fault);
      expect(contradictions(tried)).toEqual([]);
      const { session } = tried;
      const [now, end] = [session.now, worldText(session)];
      session.seek(BEGIN + fault.trial.lasts / 2);
      session.seek(now);
      expect(worldText(session)).toBe(end);
    },
  );

  test('has the failures that were asked for, each with something to see or its absence for every observer', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(31);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    for (const { id, observed } of catalogue)
      for (const by of OBSERVERS) expect(observed[by].proof.length, `${id} at ${by}`).toBeGreaterThan(0);
  });

  test('is plain data for pages', () => {
    const data = faultCatalogue();
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    expect(data.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
  });

  test('cannot say what is not so', () => {
    const down = faults['vault.down'] as Fault;
    const claims = (agent: Sight): Fault => ({ ...down, observed: { ...down.observed, agent } });
    const wrong = claims({ says: 'x', proof: [{ log: { of: 'vault-agent*', contains: 'Vault is sealed' } }] });
    expect(contradictions(faultTrials(machines, world)(wrong))).toEqual([
      expect.stringMatching(/^agent: .* no line of vault-agent\*'s log contains `Vault is sealed`/),
    ]);
  });
});

describe('a fault in a session', () => {
  test('is part of the recipe: played again, gone back to and branched off, the world is the same', () => {
    const session = deployed();
    session.fault('vault.role.deleted', 'begin');
    expect(session.faults).toEqual(['vault.role.deleted']);
    session.advanceTo(300_000);
    session.fault('vault.role.deleted', 'end');
    session.advanceTo(400_000);
    expect(session.faults).toEqual([]);
    const end = worldText(session);

    const again = new Session(machines, world);
    for (const step of session.steps) again.do(step);
    again.advanceTo(400_000);
    expect(worldText(again)).toBe(end);

    session.seek(200_000);
    expect(session.faults).toEqual(['vault.role.deleted']);
    const branch = session.branch();
    session.seek(400_000);
    expect(worldText(session)).toBe(end);
    // On the branch it was never ended.
    branch.advanceTo(400_000);
    expect(branch.faults).toEqual(['vault.role.deleted']);
    expect(worldText(branch)).not.toBe(end);
  });

  test('ends as the world was, whatever it was: a role keeps all its parameters', () => {
    const session = deployed();
    const role = () => session.branch().type('vault read auth/kubernetes/role/app-web').stdout;
    const before = role();
    session.fault('vault.role.audience', 'begin');
    session.advanceTo(61_000);
    expect(role()).toMatch(/^audience +vault$/m);
    session.fault('vault.role.audience', 'end');
    session.advanceTo(62_000);
    expect(role()).toBe(before);
  });

  test('says why it cannot begin or end, and leaves no trace then', () => {
    const session = deployed();
    const before = worldText(session);
    const refusal = (id: string, change: 'begin' | 'end'): unknown => {
      try {
        session.fault(id, change);
        return null;
      } catch (error) {
        return error;
      }
    };
    expect(refusal('moon.full', 'begin')).toBeInstanceOf(SessionError);
    expect(refusal('vault.sealed', 'end')).toMatchObject({ message: '"Vault is sealed" is not in effect' });
    expect(refusal('agent.killed', 'end')).toBeInstanceOf(SessionError);
    expect(refusal('vault.secret.moved-to-v2', 'begin')).toMatchObject({
      message: 'no Agent reads a secret of KV version 1',
    });
    expect(worldText(session)).toBe(before);
    session.fault('kubernetes.apiserver.down', 'begin');
    const down = worldText(session);
    expect(refusal('kubernetes.apiserver.down', 'begin')).toBeInstanceOf(SessionError);
    expect(refusal('kubernetes.tokenreview.forbidden', 'begin')).toMatchObject({
      message: expect.stringContaining('cannot begin now'),
      remedy: 'End the other faults that are in the way first.',
    });
    expect(worldText(session)).toBe(down);
  });
});
