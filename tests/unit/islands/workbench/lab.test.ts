import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { Lab, type LabState } from '../../../../src/islands/workbench/lab.ts';
import type { Opening } from '../../../../src/islands/workbench/opening.ts';
import { readRun } from '../../../../src/share/read-run.ts';
import type { WorldDefinition } from '../../../../src/sim/index.ts';

const world = load(readFileSync('content/worlds/base.yaml', 'utf8')) as WorldDefinition;
const opening: Opening = { title: world.title, worldName: 'base', world, files: {}, steps: [] };

/** Wait until all that was asked for is done. */
const settled = (lab: Lab): Promise<LabState> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (lab.idle) resolve(lab.state);
      else setTimeout(look, 5);
    };
    look();
  });

const running = async (): Promise<Lab> => {
  const lab = new Lab(opening);
  lab.run();
  await settled(lab);
  return lab;
};

describe('the lab', () => {
  it('runs, and what is typed, broken and healed can be undone and done again', async () => {
    const lab = await running();
    const before = lab.state.scene;
    expect(before?.now).toBe(30_000);
    lab.type('vault policy delete kv-app');
    lab.fault('kubernetes.apiserver.down', 'begin');
    let state = await settled(lab);
    expect(state.scene?.typed.at(-1)?.exit).toBe(0);
    expect(state.scene?.faults).toEqual(['kubernetes.apiserver.down']);
    expect(state.undo).toMatch(/^inject: /);
    lab.undo();
    lab.undo();
    expect(lab.state.scene?.typed).toEqual(before?.typed);
    expect(lab.state.scene?.exchanges).toEqual(before?.exchanges);
    lab.redo();
    lab.redo();
    state = await settled(lab);
    expect(state.scene?.faults).toEqual(['kubernetes.apiserver.down']);
    expect(state.redo).toBeNull();
  });

  it('gives back files and run after a reset', async () => {
    const lab = await running();
    lab.edit('kv-app.hcl', '# mine');
    lab.reset();
    expect(lab.state).toMatchObject({ scene: null, files: { 'kv-app.hcl': world.files['kv-app.hcl'] } });
    lab.undo();
    expect(lab.state.files['kv-app.hcl']).toBe('# mine');
    expect(lab.state.scene?.now).toBe(30_000);
    expect(lab.state.changed).toBe(true);
  });

  it('is the same again from its record: files, commands, faults, the moment shown and the future beyond it', async () => {
    const lab = await running();
    lab.edit('app.yaml', `${world.files['app.yaml']}\n# more`);
    lab.type('kubectl get pods -n app');
    lab.fault('kubernetes.apiserver.down', 'begin');
    lab.advance(600_000);
    await settled(lab);
    lab.seek(45_000);
    await settled(lab);
    lab.toggleBookmark();
    const record = structuredClone(lab.record());
    expect(readRun(record)).toEqual({ run: record });
    const other = new Lab(opening);
    other.restore(record, 'again');
    const state = await settled(other);
    expect(state.notice).toBe('again');
    expect(other.record()).toEqual(record);
    expect(state.scene).toEqual(lab.state.scene);
    expect(state.bookmarks).toEqual([{ at: 45_000, name: '0:45.000' }]);
    expect(state.changed).toBe(false);
  });

  it('does not lose a record whose playing is cancelled', async () => {
    const lab = await running();
    lab.type('kubectl get pods -n app');
    await settled(lab);
    const record = lab.record();
    const other = new Lab(opening);
    other.restore(record, null);
    other.cancel();
    await settled(other);
    expect(other.record()).toEqual(record);
    other.type('echo anew');
    expect((await settled(other)).scene?.typed.at(-1)?.stdout).toBe('anew\n');
    expect(other.record().run?.steps.at(-1)).toMatchObject({ run: 'echo anew' });
  });

  it('takes a cancelled change back, and leaves time where a cancelled wait has come', async () => {
    const lab = await running();
    const before = lab.state.scene;
    lab.type('sleep 100');
    lab.cancel();
    await settled(lab);
    lab.advance(30 * 24 * 3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    lab.cancel();
    const { scene } = await settled(lab);
    expect(scene?.now).toBeGreaterThan(before?.now ?? 0);
    expect(scene?.now).toBeLessThan(30 * 24 * 3_600_000);
    lab.seek(30_000);
    expect((await settled(lab)).scene?.exchanges).toEqual(before?.exchanges);
  });

  it('keeps both ways of a branch', async () => {
    const lab = await running();
    lab.seek(1_000);
    await settled(lab);
    lab.branch();
    lab.type('vault policy delete kv-app');
    lab.advance(29_000);
    await settled(lab);
    const denied = lab.known().filter((e) => e.status === 403);
    expect(denied.length).toBeGreaterThan(0);
    lab.show(1);
    expect(lab.known().filter((e) => e.status === 403)).toEqual([]);
    expect(lab.exchangesOf(2)).toEqual(expect.arrayContaining([expect.objectContaining({ status: 403 })]));
  });

  it('steps by transitions within one instant, forwards and back', async () => {
    const lab = await running();
    lab.seek(1_820);
    await settled(lab);
    const seen: string[] = [];
    for (let i = 0; i < 60; i++) {
      lab.stepState(1);
      const { stepped, trouble } = await settled(lab);
      if (trouble) break;
      seen.push(`${stepped?.machine}: ${stepped?.to}`);
    }
    const checks = seen.filter((s) => s.startsWith('vault/kubernetes-login'));
    expect(checks.slice(0, 3)).toEqual(
      ['readingRequest', 'resolvingRole', 'checkingSourceAddress'].map((s) => `vault/kubernetes-login: ${s}`),
    );
    lab.stepState(-1);
    const { stepped } = await settled(lab);
    expect(`${stepped?.machine}: ${stepped?.to}`).toBe(seen.at(-2));
  });

  it('says what is wrong with a setup, and works on', async () => {
    const lab = new Lab({ ...opening, files: { 'vault.yaml': 'auth: [' } });
    lab.run();
    const { trouble, scene } = await settled(lab);
    expect(trouble?.text).toContain('bank-vaults configure');
    expect(scene).toBeNull();
    lab.edit('vault.yaml', world.files['vault.yaml'] ?? '');
    lab.run();
    expect((await settled(lab)).scene?.now).toBe(30_000);
  });
});
