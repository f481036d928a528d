import { describe, expect, it } from 'vitest';
import { LoneVault } from '../server.ts';

const audited = () => {
  const vault = new LoneVault();
  vault.ask('POST', 'sys/audit/file', { body: { type: 'file', options: { file_path: '/vault/audit.log' } } });
  return vault;
};

describe('an audit log', () => {
  it('shows neither secrets nor tokens, but the same hash for the same text', () => {
    const vault = audited();
    const token = vault.token({ policies: ['default'] });
    vault.ask('POST', 'secret/data/a', { body: { data: { password: 'hunter2' } } });
    vault.ask('GET', 'secret/data/a');
    const text = vault.lines.join('');
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain(token);
    const { hash } = vault.ask('POST', 'sys/audit-hash/file', { body: { input: 'hunter2' } }).body;
    expect(text.split(String(hash)).length - 1).toBe(3);
  });

  it('has a request and a response of every request, refused ones too', () => {
    const vault = audited();
    const from = vault.lines.length;
    vault.ask('GET', 'secret/data/a', { token: 'hvs.bad' });
    vault.ask('GET', 'sys/health', { token: '' });
    const lines = vault.lines.slice(from).map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual(['request', 'response']);
    expect(lines[1]).toMatchObject({ error: expect.stringContaining('invalid token'), request: { operation: 'read' } });
  });
});
