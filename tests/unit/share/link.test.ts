import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../../src/share/base64url.ts';
import { deflate } from '../../../src/share/deflate.ts';
import { fromFragment, LONGEST_LINK, toFragment } from '../../../src/share/link.ts';
import { readRun } from '../../../src/share/read-run.ts';
import type { RecordedRun } from '../../../src/share/recorded-run.ts';
import type { WorldDefinition } from '../../../src/sim/index.ts';

const world = load(readFileSync('content/worlds/base.yaml', 'utf8')) as WorldDefinition;
const recorded: RecordedRun = {
  version: 1,
  title: 'One workload and one Vault',
  worldName: 'base',
  world,
  files: { ...world.files, 'app.yaml': 'kind: Pod # ünïcode ✓\n', 'new.hcl': '' },
  run: {
    files: world.files,
    steps: [
      { at: 0, run: 'kubectl apply -f app.yaml' },
      { at: 20.5, save: 'app.yaml', text: 'kind: Pod\n' },
      { at: 60_000, fault: 'kubernetes.apiserver.down' },
      { at: 61_000, run: 'vault read -', stdin: 'x' },
      { at: 62_000, interrupt: true },
      { at: 90_000, heal: 'kubernetes.apiserver.down' },
    ],
    now: 61_000,
    end: 120_000,
    bookmarks: [{ at: 60_000, name: 'The API server goes down' }],
  },
};
const linkOf = async (run: RecordedRun): Promise<string> => {
  const made = await toFragment(run);
  if ('problem' in made) throw new Error(made.problem.text);
  return made.fragment;
};
const hostile = async (value: unknown): Promise<string> => `run=1.${toBase64Url(await deflate(JSON.stringify(value)))}`;

describe('a link', () => {
  it('gives the same run back, and a usual run fits into 3,000 characters', async () => {
    const fragment = await linkOf(recorded);
    expect(await fromFragment(`#${fragment}`)).toEqual({ run: recorded });
    expect(fragment.length).toBeLessThan(3_000);
  });

  it('keeps a file that was deleted deleted', async () => {
    const { 'kv-app.hcl': _, ...files } = world.files;
    expect(await fromFragment(await linkOf({ ...recorded, files }))).toEqual({ run: { ...recorded, files } });
  });

  it('is refused when it would be longer than programs carry', async () => {
    const noise = Array.from({ length: 40_000 }, (_, i) => String.fromCharCode(33 + ((i * i * 31 + i) % 89))).join('');
    const random = Array.from({ length: 60_000 }, (_, i) => Math.sin(i).toString(36).slice(-1)).join('');
    const made = await toFragment({ ...recorded, files: { 'a.txt': noise + random } });
    expect(made).toMatchObject({ problem: { remedy: expect.stringContaining('Save the run as a file') } });
  });

  it('that is about something else is nobody’s business here', async () => {
    expect(await fromFragment('#main')).toBeNull();
    expect(await fromFragment('')).toBeNull();
  });

  it('that was cut, changed or made by a newer site says so', async () => {
    const fragment = await linkOf(recorded);
    const said = async (text: string): Promise<string> => {
      const read = await fromFragment(text);
      return read !== null && 'problem' in read ? `${read.problem.text} ${read.problem.remedy}` : 'no problem';
    };
    expect(await said(fragment.slice(0, -9))).toContain('damaged');
    expect(await said('run=1.%3Cscript%3E')).toContain('not in the form');
    expect(await said(fragment.replace('run=1.', 'run=2.'))).toContain('newer');
    expect(await said(`run=1.${'A'.repeat(LONGEST_LINK)}`)).toContain('more than');
    expect(await said(await hostile({ ...recorded, version: 7 }))).toContain('newer');
  });

  it('that would unfold to gigabytes is given up early', async () => {
    const bomb = await hostile({ ...recorded, title: 'A'.repeat(8_000_000) });
    expect(bomb.length).toBeLessThan(LONGEST_LINK);
    expect(await fromFragment(bomb)).toMatchObject({ problem: { text: expect.stringContaining('too large') } });
  });

  it('with anything in it that a run does not have is refused, with the place', async () => {
    const cases: [unknown, string][] = [
      [{ ...recorded, worldName: '../../x' }, 'worldName is not a name'],
      [{ ...recorded, files: { '../etc/passwd': '' } }, 'name that is not allowed'],
      [{ ...recorded, files: { constructor: 'x' } }, 'name that is not allowed'],
      [{ ...recorded, files: { 'a.yaml': 7 } }, 'a.yaml is not text'],
      [{ ...recorded, world: { ...world, vault: { version: '9', place: 'inside' } } }, 'vault.version'],
      [{ ...recorded, run: { ...recorded.run, now: 1e15 } }, 'run.now'],
      [{ ...recorded, run: { ...recorded.run, now: null } }, 'run.now'],
      [{ ...recorded, run: { ...recorded.run, steps: [{ at: 0, run: ['x'] }] } }, 'run.steps[0].run'],
      [
        {
          ...recorded,
          run: {
            ...recorded.run,
            steps: [
              { at: 9, run: 'a' },
              { at: 1, run: 'b' },
            ],
          },
        },
        'order of time',
      ],
    ];
    for (const [value, words] of cases)
      expect(await fromFragment(await hostile(value))).toMatchObject({
        problem: { text: expect.stringContaining(words) },
      });
    const polluted = `run=1.${toBase64Url(await deflate(JSON.stringify(recorded).replace('"title"', '"__proto__":{"x":1},"title"')))}`;
    expect(await fromFragment(polluted)).toEqual({ run: recorded });
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('whatever it is, never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        await fromFragment(`run=1.${text}`);
        await fromFragment(`run=1.${btoa(encodeURIComponent(text)).replace(/[+/=]/g, '')}`);
        await fromFragment(text);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        const read = await fromFragment(`run=1.${toBase64Url(await deflate(json))}`);
        expect(read !== null && 'problem' in read).toBe(true);
      }),
    );
  });

  it('with one byte changed gives a run or a problem, never an error', async () => {
    const fragment = await linkOf(recorded);
    await fc.assert(
      fc.asyncProperty(fc.nat(fragment.length - 7), fc.constantFrom(...'AZaz09-_'), async (at, letter) => {
        expect(
          await fromFragment(`${fragment.slice(0, 6 + at)}${letter}${fragment.slice(7 + at)}`),
        ).not.toBeUndefined();
      }),
    );
  });

  it('arbitrary values are no runs', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect('problem' in readRun(value)).toBe(true);
      }),
    );
  });
});
