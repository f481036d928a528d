import { expect, test } from 'vitest';
import { checkContent } from '../../src/content-check/check.ts';
import { player, prover } from '../../src/content-check/player.ts';
import { contentFiles } from './files.ts';

const files = contentFiles();
const BANK = 'content/questions/check-question.q.md';
const SCENARIO = 'content/scenarios/working-flow.yaml';

const messagesFor = (changed: Record<string, string>) =>
  checkContent({ ...files, ...changed }, player, prover).messages;

test('every scenario and every proof is played, and the model agrees with what they say', () => {
  const { messages, counts } = checkContent(files, player, prover);
  expect(messages.filter(({ level }) => level === 'error')).toEqual([]);
  expect(counts.scenarios).toBeGreaterThan(0);
  expect(counts.proofs).toBeGreaterThan(0);
  expect(counts.played).toBe(counts.scenarios + counts.labs + counts.proofs);
});

test('a wrong key fails the check with file, line and what the model shows', () => {
  const text = files[BANK] ?? '';
  const wrong = text
    .replace('- [x] The sidecar logs in', '- [ ] The sidecar logs in')
    .replace('- [ ] An annotation names the policy', '- [x] An annotation names the policy');
  expect(wrong).not.toBe(text);
  const keys = messagesFor({ [BANK]: wrong }).filter(({ code }) => code === 'Q30');
  expect(keys.map(({ file }) => file)).toEqual([BANK, BANK]);
  const lines = wrong.split('\n');
  for (const { line, text: said } of keys) {
    // Both messages point into the list of expectations of the proof that contradicts its mark.
    expect(lines.slice(0, line).findLastIndex((l) => l.trim() === 'expect:')).toBeGreaterThan(0);
    expect(said).toMatch(/^The answer is marked (right, but the model shows|wrong, but the model meets)/);
  }
});

test('a wrong expectation of a scenario fails with its line, and says who got what', () => {
  const text = files[SCENARIO] ?? '';
  const wrong = text.replace('path: /v1/kv/data/app/config, status: 200}', 'path: /v1/kv/data/other, status: 200}');
  expect(wrong).not.toBe(text);
  const [message, ...rest] = messagesFor({ [SCENARIO]: wrong }).filter(({ level }) => level === 'error');
  expect(rest).toEqual([]);
  expect(message?.file).toBe(SCENARIO);
  expect(
    wrong
      .split('\n')
      .slice((message?.line ?? 1) - 1, (message?.line ?? 1) + 3)
      .join('\n'),
  ).toContain('/v1/kv/data/other');
  expect(message?.text).toMatch(/at 15 s pod app\/web-\S+ got 403 .*permission denied.*expected 200/s);
});

test('an unknown command and an unknown fault are reported at their line', () => {
  const text = files[SCENARIO] ?? '';
  const typed = messagesFor({ [SCENARIO]: text.replace('run: kubectl apply', 'run: kubectlx apply') });
  expect(typed.find(({ code }) => code === 'play/failed')?.text).toContain('kubectlx');
  const faulty = messagesFor({ [SCENARIO]: text.replace(/run: kubectl apply.*/, 'fault: moon.full') });
  expect(faulty.find(({ code }) => code === 'play/failed')?.text).toContain('there is no fault "moon.full"');
});
