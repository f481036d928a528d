import { expect, test } from 'vitest';
import { completed } from '../../../../src/islands/workbench/completion.ts';

test('the one candidate takes the place of the word, with a blank after it', () => {
  expect(completed('kubectl ge', 10, { start: 8, candidates: ['get'] })).toEqual({
    text: 'kubectl get ',
    cursor: 12,
    choices: [],
  });
});

test('of several what they share is put, and they are named', () => {
  expect(
    completed('vault read auth/k', 17, { start: 11, candidates: ['auth/kubernetes/config', 'auth/kubernetes/role/'] }),
  ).toEqual({
    text: 'vault read auth/kubernetes/',
    cursor: 27,
    choices: ['auth/kubernetes/config', 'auth/kubernetes/role/'],
  });
});

test('a path goes on after its slash, and what stands behind the cursor stays', () => {
  expect(completed('vault list k -format=json', 12, { start: 11, candidates: ['kv/'] }).text).toBe(
    'vault list kv/ -format=json',
  );
  expect(completed('x y z', 1, { start: 0, candidates: ['xa'] })).toEqual({ text: 'xa y z', cursor: 3, choices: [] });
});

test('what does not fit changes nothing', () => {
  expect(completed('abc', 3, { start: 0, candidates: ['xyz'] })).toEqual({ text: 'abc', cursor: 3, choices: [] });
});
