import { describe, expect, test } from 'vitest';
import { Console } from './console.ts';

describe('vault operator', () => {
  test('generate-root and rekey tell their state', () => {
    const console = new Console();
    expect(console.type('vault operator generate-root -status').out).toMatch(
      /^Nonce +n\/a\nStarted +false\nProgress +0\/\d\nComplete +false\nOTP Length +28\n$/,
    );
    const started = console.type('vault operator generate-root -init');
    expect(started.err).toContain('A One-Time-Password has been generated for you');
    expect(started.out).toMatch(/\nOTP +[0-9A-Za-z]{28}\n/);
    expect(console.type('vault operator generate-root abc').err).toBe(
      'Missing nonce value: specify it via the -nonce flag\n',
    );
    expect(console.type('vault operator generate-root -cancel').out).toBe(
      'Success! Root token generation canceled (if it was started)\n',
    );
    expect(console.type('vault operator generate-root abc').err).toContain('No root generation is in progress.');
    expect(console.type('vault operator rekey -init -n=1 -t=1').out).toMatch(/New Shares +1\n/);
    expect(console.type('vault operator rekey -cancel').out).toBe('Success! Canceled rekeying (if it was started)\n');
    expect(console.type('vault operator rekey -target=recovery -status').err).toBe('Unknown target: recovery\n');
  });

  test('a token under its one-time password is read back', () => {
    const console = new Console();
    expect(console.type('vault operator generate-root -generate-otp').out).toMatch(/^[0-9A-Za-z]{28}$/);
    expect(console.type('vault operator generate-root -decode=AwEC -otp=aaa').out).toBe('b`c');
    expect(console.type('vault operator generate-root -decode=AwEC -otp=a').err).toContain(
      'length of inputs does not match',
    );
  });
});

test('vault plugin list', () => {
  const console = new Console();
  expect(console.type('vault plugin list auth').out).toMatch(/^Name +Version\n---- +-------\n/);
  expect(console.type('vault plugin list').out).toMatch(/\nkubernetes +auth +v/);
  expect(console.type('vault plugin list other').err).toBe(
    'Error parsing type: "other" is not a supported plugin type\n',
  );
  expect(console.type('vault plugin info auth userpass').err).toContain('real command, but it is not modelled');
});
