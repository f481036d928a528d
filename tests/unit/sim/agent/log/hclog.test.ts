import { expect, it } from 'vitest';
import { hclog, printLine } from '../../../../../src/sim/agent/log/hclog.ts';

it('prints a plain value as it is and quotes one with blanks', () => {
  expect(hclog('token written', [['path', '/home/vault/.vault-token']])).toBe(
    'token written: path=/home/vault/.vault-token',
  );
  expect(
    hclog('failed', [
      ['error', 'say "no"'],
      ['exitCode', 1],
    ]),
  ).toBe('failed: error="say \\"no\\"" exitCode=1');
});

it('prints a value of several lines as a block, tabs as two characters', () => {
  expect(
    hclog('error authenticating', [
      ['error', 'one\n\n\ttwo\n\n'],
      ['backoff', '800ms'],
    ]),
  ).toBe('error authenticating:\n  error=\n  | one\n  | \n  | \\ttwo\n  | \n   backoff=800ms');
});

it('pads the level', () => {
  expect(printLine('warn', 'agent', 'x')).toBe('[WARN]  agent: x');
  expect(printLine('error', 'agent.auth.handler', 'x')).toBe('[ERROR] agent.auth.handler: x');
  expect(printLine('info', '', 'reloaded')).toBe('reloaded');
});
