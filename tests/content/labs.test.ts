import { expect, test } from 'vitest';
import { checkContent } from '../../src/content-check/check.ts';
import { player, prover } from '../../src/content-check/player.ts';
import { contentFiles } from './files.ts';

const LAB = 'content/labs/L07-A.yaml';
const all = contentFiles();
/** The content with one lab as its only thing to play. */
const files = Object.fromEntries(
  Object.entries(all).filter(
    ([path]) => path === LAB || !/^content\/(?:labs|scenarios|questions|lessons|exams)\//.test(path),
  ),
);
const text = all[LAB] ?? '';

/** Errors about the lab after a change: line and text. */
const broken = (from: string, to: string): readonly (readonly [string, string])[] => {
  expect(text).toContain(from);
  const changed = text.replace(from, to);
  const lines = changed.split('\n');
  return checkContent({ ...files, [LAB]: changed }, player, prover)
    .messages.filter(({ file, level }) => file === LAB && level === 'error')
    .map((message) => [lines[message.line - 1]?.trim() ?? '', message.text]);
};

test('a lab that keeps its promises has no errors', () => {
  expect(broken('title:', 'title:')).toEqual([]);
});

test('a solution that does not pass is told with what was seen', () => {
  const at = text.indexOf('solution:');
  const wrong = text.slice(at).replace('kv/data/app/*', 'kv/app/*');
  const [error] = broken(text.slice(at), wrong);
  expect(error?.[1]).toMatch(/^The solution does not pass\. can-read: .*got 403 permission denied/);
});

test('a start that passes already, and a wrong answer that is not recognized, are told', () => {
  const [guard] = broken('    guard: true\n', '');
  expect(guard?.[1]).toContain('The check `no-more` passes before anything is done');
  const [unseen] = broken("contains: 'kv/metadata/'", "contains: 'kv/nothing/'");
  expect(unseen?.[1]).toContain('The wrong answer `metadata` is not recognized');
});

test('mistakes of the format are told with place and remedy', () => {
  expect(broken('fails: [no-more]', 'fails: [no-mor]')).toContainEqual([
    'fails: [no-mor]',
    'There is no check `no-mor`.',
  ]);
  expect(broken('misconception: M31', 'misconception: M99')[0]?.[1]).toBe('There is no misconception `M99`.');
  expect(broken('minutes: 15', 'minuts: 15').map(([, said]) => said)).toContain('`minuts` is not known here.');
  expect(broken('within: 6m', 'within: six minutes')[0]?.[1]).toContain('`within` is not a duration');
});
