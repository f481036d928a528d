import { expect, it } from 'vitest';
import { missingLabel, parseSelector } from '../../../../../src/sim/vault/auth-kubernetes/selector.ts';

it.each([
  ['{"matchLabels":{"team":"a"}}', { team: 'a' }],
  ['matchLabels:\n  team: a\n---\nmatchLabels: {team: b}\n', { team: 'a' }],
  ['{"matchlabels":{"team":"a"}}', { team: 'a' }],
  ['{"matchExpressions":null}', {}],
])('%j is read', (text, matchLabels) => {
  expect(parseSelector(text)).toEqual({ matchLabels });
});

it.each([
  '{bad',
  '[]',
  'team',
  ' ',
  'matchLabels: {team: yes}',
  'matchLabels: {team: 1}',
  '{"matchExpressions":[]}',
  'matchLabels: [a]',
])('%j is refused', (text) => {
  expect(parseSelector(text)).toBeUndefined();
});

it('names the first label that a namespace lacks', () => {
  const selector = { matchLabels: { a: '1', b: '2' } };
  expect(missingLabel(selector, { a: '1', b: '2', c: '3' })).toBeUndefined();
  expect(missingLabel(selector, { a: '1', b: '3' })).toBe('b=2');
});
