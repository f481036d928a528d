import { describe, expect, it } from 'vitest';
import { decodeJson } from '../../../../../src/sim/vault/http/json.ts';
import { LoneVault } from '../server.ts';

describe('JSON', () => {
  it('is read as a JSON reader would, whatever the release', () => {
    for (const value of [{}, [], { a: [1, -2.5e3, true, null, 'x\n"\\\u00e9'] }, 'text', 0, null]) {
      const text = ` ${JSON.stringify(value)} `;
      expect(decodeJson(text, true)).toEqual({ value, rest: '' });
      expect(decodeJson(text, false)).toEqual({ value, rest: '' });
    }
  });

  it('that is broken is a bad request in 1.19 and an error with a reason in 1.21', () => {
    const answers = (version: '1.19' | '1.21', body: string) => {
      const { status, body: answer } = new LoneVault({ version }).ask('POST', 'auth/token/create', { body });
      return [status, answer.errors?.[0]];
    };
    expect(answers('1.19', '{"ttl":"1h",}')).toEqual([400, 'error parsing JSON']);
    expect(answers('1.21', '{"ttl":"1h",}')).toEqual([500, "invalid character '}' looking for beginning of value"]);
    expect(answers('1.21', '{"ttl" "1h"}')).toEqual([500, `invalid character '"' after object key`]);
  });
});

describe('a path', () => {
  it('is cleaned first, and outside /v1/ there is only a page', () => {
    const vault = new LoneVault();
    expect(vault.ask('GET', 'secret/../sys//health', { token: '' }).body).toMatchObject({ initialized: true });
    expect(String(vault.ask('GET', '../ui/').body)).toContain('<!DOCTYPE html>');
  });

  it('that the model lacks answers as an unknown one and leaves a note', () => {
    const vault = new LoneVault();
    expect(vault.ask('GET', 'sys/replication/status').status).toBe(404);
    expect(vault.ask('GET', 'sys/nope').status).toBe(404);
    expect(vault.notes.filter((note) => note.startsWith('not modelled'))).toEqual([
      'not modelled: sys/replication/status',
    ]);
  });
});
