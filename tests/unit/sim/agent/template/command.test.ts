import { expect, it } from 'vitest';
import { runCommand } from '../../../../../src/sim/agent/template/command.ts';

const app = { pid: 17, command: 'my-app --serve', permitted: true };

it('echoes', () => {
  expect(runCommand('echo reloaded')).toMatchObject({ output: ['reloaded'], exit: 0 });
});

it('signals a process it can see and fails where there is none', () => {
  expect(runCommand('pkill -HUP my-app', [app])).toMatchObject({ exit: 0, signals: [{ signal: 'SIGHUP', pid: 17 }] });
  expect(runCommand('pkill -HUP my-app').exit).toBe(1);
  expect(runCommand('pkill -HUP my-app || true').exit).toBe(0);
});

it('may not signal a process of another user', () => {
  const ran = runCommand('kill -HUP 17', [{ ...app, permitted: false }]);
  expect(ran.exit).toBe(1);
  expect(ran.output[0]).toContain('Operation not permitted');
});

it('does not know other programs', () => {
  expect(runCommand('curl localhost').exit).toBe(127);
});
