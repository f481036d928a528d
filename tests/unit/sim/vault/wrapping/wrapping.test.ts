import { describe, expect, it } from 'vitest';
import { LoneVault } from '../server.ts';

const wrapped = (vault: LoneVault, ttl = '60s'): string => {
  vault.ask('POST', 'secret/data/a', { body: { data: { x: '1' } } });
  const { body } = vault.ask('GET', 'secret/data/a', { headers: { 'x-vault-wrap-ttl': ttl } });
  return body.wrap_info?.token ?? '';
};

describe('a wrapping token', () => {
  it('gives the answer as it was, once, also through rewraps', () => {
    const vault = new LoneVault();
    const plain = vault.ask('GET', 'secret/data/a');
    expect(plain.status).toBe(404);
    const first = wrapped(vault);
    const again = vault.ask('POST', 'sys/wrapping/rewrap', { body: { token: first } }).body.wrap_info?.token ?? '';
    expect(vault.ask('POST', 'sys/wrapping/unwrap', { token: first }).status).toBe(400);
    const { body } = vault.ask('POST', 'sys/wrapping/unwrap', { token: again });
    expect(body.data).toMatchObject({ data: { x: '1' } });
    expect(vault.ask('POST', 'sys/wrapping/unwrap', { token: again }).status).toBe(400);
  });

  it('takes what it wraps with it when its time is over', () => {
    const vault = new LoneVault();
    const text = JSON.stringify(vault.state.storage);
    const token = wrapped(vault, '5s');
    expect(JSON.stringify(vault.state.storage)).toContain(token);
    vault.wait(5);
    expect(JSON.stringify(vault.state.storage)).not.toContain(token);
    expect(text).not.toContain(token);
  });

  it('may read its cubbyhole itself, and is told not to', () => {
    const vault = new LoneVault();
    const token = wrapped(vault);
    const { body } = vault.ask('GET', 'cubbyhole/response', { token });
    expect(JSON.parse(String(body.data?.response))).toMatchObject({ data: { data: { x: '1' } } });
    expect(body.warnings?.[0]).toMatch(/^Reading from 'cubbyhole\/response' is deprecated/);
  });
});
