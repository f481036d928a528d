import { expect, test } from 'vitest';
import { labOf } from '../../../src/content-check/lab.ts';
import { labSchema } from '../../../src/content-check/schema/lab.ts';
import { worldSchema } from '../../../src/content-check/schema/world.ts';
import { give, grade, type Lab, prove, renamed, startOf } from '../../../src/labs/index.ts';
import { machines } from '../../../src/sim/index.ts';
import { parseYaml } from '../../../src/yaml/index.ts';
import { contentFiles } from '../../content/files.ts';

const files = contentFiles();
const contentOf = (path: string): unknown => parseYaml(files[path] ?? '').documents[0]?.value;
const world = worldSchema.parse(contentOf('content/worlds/base.yaml'));
const worlds = { base: { file: '', value: world, document: parseYaml('a: 1').documents[0]! } };

const read = (id: string): Lab => {
  const lab = labOf({ worlds }, id, labSchema.parse(contentOf(`content/labs/${id}.yaml`)));
  if (!lab) throw new Error(`no lab ${id}`);
  return lab;
};
const lab = read('L07-A');
const policy = (path: string): string => `path "${path}" {\n  capabilities = ["read"]\n}\n`;

test('a failed check says who got what, and a known mistake meets its hint', () => {
  const session = startOf(machines, lab);
  const { passed, checks, recognized } = grade(session, lab);
  expect(passed).toBe(false);
  expect(checks.find(({ id }) => id === 'can-read')?.observed).toMatch(
    /^at 1 min app\/web with role app-web got 403 permission denied for GET \/v1\/kv\/data\/app\/config, expected 200$/,
  );
  expect(recognized?.misconception).toBe('M30');
});

test('files and commands count alike', () => {
  const byFile = startOf(machines, lab);
  give(byFile, { files: { 'kv-app.hcl': policy('kv/data/app/*') }, run: [] });
  const byCommand = startOf(machines, lab);
  give(byCommand, {
    files: {},
    run: ['printf \'path "kv/data/app/*" { capabilities = ["read"] }\' | vault policy write kv-app -'],
  });
  expect(grade(byFile, lab).passed).toBe(true);
  expect(grade(byCommand, lab).passed).toBe(true);
});

test('grading leaves the world as it is', () => {
  const session = startOf(machines, lab);
  const before = [session.now, session.run.world.length, session.steps.length];
  grade(session, lab);
  expect([session.now, session.run.world.length, session.steps.length]).toEqual(before);
});

test('what holds now and not after a new Pod is failed, and says so', () => {
  const session = startOf(machines, lab);
  give(session, { files: { 'kv-app.hcl': policy('kv/data/app/*') }, run: [] });
  session.advanceTo(session.now + 120_000);
  const closing: Lab = {
    ...lab,
    variations: [
      {
        id: 'closed',
        say: 'after the policy was written again',
        first: [
          { at: 0, run: 'vault policy write kv-app - < /dev/null; vault policy delete kv-app' },
          { at: 1000, run: 'kubectl delete pods --all -n app' },
        ],
        checks: ['file'],
      },
    ],
  };
  const { passed, checks } = grade(session, closing);
  expect(passed).toBe(false);
  expect(checks.filter((check) => !check.passed).map(({ id, variation }) => [id, variation])).toEqual([
    ['file', 'closed'],
  ]);
});

test('a lab that does not keep its promises is told at the place of the promise', () => {
  const broken: Lab = {
    ...lab,
    variations: [],
    rename: {},
    checks: lab.checks.map((check) => ({ ...check, guard: check.id === 'can-read' })),
    wrong: [{ ...lab.wrong[0]!, fails: ['can-read'] }],
    solution: { ...lab.solution, files: { 'kv-app.hcl': policy('kv/app/*') } },
  };
  const paths = prove(machines, broken).problems.map(({ path }) => path.join('.'));
  expect(paths).toEqual(['checks.0', 'checks.1', 'solution', 'wrong.0.fails']);
});

test('other names change what things are called, not what they are', () => {
  const other = renamed(lab, { web: 'shop', app: 'store' });
  expect(other.world.files['store.yaml']).toContain('serviceAccountName: shop');
  expect(other.world.files['store.yaml']).toContain('apiVersion: apps/v1');
  expect(other.checks.map(({ id }) => id)).toEqual(lab.checks.map(({ id }) => id));
  const session = startOf(machines, other);
  give(session, other.solution);
  expect(grade(session, other).passed).toBe(true);
});

test('a reason of its own stands in for an observation that would tell the answer', () => {
  const trace = read('L01-A');
  const result = grade(startOf(machines, trace), trace).checks.find(({ id }) => id === 'subject');
  expect(result?.observed).toContain('is empty or not right');
  expect(result?.observed).not.toContain('system:serviceaccount');
});
