/**
 * Replays recordings of the real systems against the model.
 * `npm run conformance -- [--verbose] [PATH…]`; a PATH is a folder, a file, or `file/case`; default: the repository's own.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Expected, expectedFailures } from './expected.ts';
import { playerFor } from './players/index.ts';
import type { Outcome, Recording } from './recording.ts';

export const OWN = fileURLToPath(new URL('recordings/', import.meta.url));

interface Selection {
  readonly file: string;
  readonly only?: string;
}

/** The recordings that a path on the command line stands for. */
const select = (path: string): Selection[] => {
  for (const base of [path, join(OWN, path), join(OWN, `${path}.json`)]) {
    if (!existsSync(base)) continue;
    if (!statSync(base).isDirectory()) return [{ file: base }];
    const names = readdirSync(base).filter((n) => n.endsWith('.json'));
    return names.sort().map((n) => ({ file: join(base, n) }));
  }
  const cut = path.lastIndexOf('/');
  if (cut > 0) return select(path.slice(0, cut)).map((s) => ({ ...s, only: path.slice(cut + 1) }));
  throw new Error(`${path}: no such folder, recording or case`);
};

/** Play all cases of one file, or one of them. */
export const playFile = (file: string, only?: string): Outcome[] => {
  const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
  const play = playerFor(recording);
  const stem = basename(file, '.json');
  return recording.cases.flatMap((c, i) => {
    const id = `${stem}/${c.id ?? i}`;
    if (only !== undefined && id !== `${stem}/${only}`) return [];
    try {
      return [{ ...play(recording, i), id }];
    } catch (error) {
      const total = Math.max(1, c.steps?.filter((s) => !('wait' in s)).length ?? 1);
      return [
        {
          id,
          identical: 0,
          total,
          difference: `cannot be played: ${error instanceof Error ? error.message : String(error)}`,
        },
      ];
    }
  });
};

/** What is wrong with the outcomes, given the failures that are expected: unexpected failures and stale expectations. */
export const judge = (outcomes: readonly Outcome[], expected: readonly Expected[]): string[] => {
  const known = new Map(expected.map((e) => [e.case, e.reason]));
  return outcomes.flatMap((o) => {
    if (o.difference !== undefined && !known.has(o.id)) return [`${o.id}: ${o.difference}`];
    if (o.difference === undefined && known.has(o.id))
      return [`${o.id}: is listed as an expected failure, but passes; take it off the list`];
    return [];
  });
};

const main = (args: readonly string[]): number => {
  const verbose = args.includes('--verbose');
  const paths = args.filter((a) => !a.startsWith('--'));
  const expected = expectedFailures();
  const problems: string[] = [];
  let identical = 0;
  let total = 0;
  for (const { file, only } of (paths.length > 0 ? paths : [OWN]).flatMap(select)) {
    const outcomes = playFile(file, only);
    const same = outcomes.reduce((n, o) => n + o.identical, 0);
    const all = outcomes.reduce((n, o) => n + o.total, 0);
    identical += same;
    total += all;
    console.log(`${basename(file, '.json')} ${same}/${all}`);
    const wrong = judge(outcomes, expected);
    problems.push(...wrong);
    const failing = outcomes.filter((o) => o.difference !== undefined);
    for (const o of failing)
      if (verbose || wrong.some((w) => w.startsWith(`${o.id}:`)))
        console.log(`  ${o.id} ${o.identical}/${o.total}: ${o.difference}`);
  }
  console.log(`total ${identical}/${total}`);
  for (const p of problems.filter((p) => p.endsWith('off the list'))) console.log(p);
  return problems.length > 0 ? 1 : 0;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
