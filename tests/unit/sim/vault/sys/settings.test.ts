import { expect, test } from 'vitest';
import { LoneVault } from '../server.ts';

test('the audit log shows the request headers that are configured, hidden where that is asked', () => {
  const vault = new LoneVault();
  vault.ask('PUT', 'sys/audit/file', { body: { type: 'file', options: { file_path: 'audit.log' } } });
  const seen = () => {
    vault.ask('GET', 'sys/mounts', { headers: { 'X-Team': 'blue' } });
    return JSON.parse(vault.lines.at(-1) ?? '{}').request.headers?.['x-team']?.[0] as string | undefined;
  };
  expect(seen()).toBeUndefined();
  vault.ask('PUT', 'sys/config/auditing/request-headers/X-Team', { body: {} });
  expect(seen()).toBe('blue');
  vault.ask('PUT', 'sys/config/auditing/request-headers/X-Team', { body: { hmac: true } });
  expect(seen()).toMatch(/^hmac-sha256:/);
  vault.ask('DELETE', 'sys/config/auditing/request-headers/x-team');
  expect(seen()).toBeUndefined();
});

test('CORS names the standard headers beside one’s own, and a wildcard stands alone', () => {
  const vault = new LoneVault();
  expect(vault.ask('PUT', 'sys/config/cors', { body: { allowed_origins: '*,http://a' } }).status).toBe(500);
  vault.ask('PUT', 'sys/config/cors', { body: { allowed_origins: 'http://a', allowed_headers: 'X-Own' } });
  const { data } = vault.ask('GET', 'sys/config/cors').body;
  expect(data?.allowed_headers).toContain('X-Vault-Token');
  expect(data?.allowed_headers).toContain('X-Own');
});

test('a health check by HEAD answers with its status alone', () => {
  const vault = new LoneVault();
  expect(vault.ask('HEAD', 'sys/health')).toEqual({ status: 200, body: {} });
  vault.ask('PUT', 'sys/seal');
  expect(vault.ask('HEAD', 'sys/health').status).toBe(503);
});
