import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type Asked, causesOf } from '../../../../src/islands/workbench/causes.ts';

const { files } = load(readFileSync('content/worlds/base.yaml', 'utf8')) as { files: Record<string, string> };
const asked = (change: Partial<Asked>): Asked => ({
  method: 'GET',
  path: '/',
  body: null,
  policies: null,
  stoppedIn: null,
  ...change,
});
/** The text of each cause's line, as a learner reads it. */
const lines = (change: Partial<Asked>, of: Record<string, string> = files): string[] =>
  causesOf(of, asked(change)).map(({ file, line }) => `${file}: ${(of[file] ?? '').split('\n')[line - 1]?.trim()}`);

const login = { method: 'PUT', path: '/v1/auth/kubernetes/login', body: { role: 'app-web', jwt: 'x' } };
const read = { path: '/v1/kv/data/app/config', policies: ['default', 'kv-app'] };

describe('what caused an exchange', () => {
  it('a login: the annotation that names the role, and the role', () => {
    expect(lines(login)).toEqual(['app.yaml: vault.hashicorp.com/role: "app-web"', 'vault.yaml: - name: app-web']);
  });

  it('a denied login: also the parameter that was checked', () => {
    expect(lines({ ...login, stoppedIn: 'matchingName' })).toContain('vault.yaml: bound_service_account_names: [web]');
  });

  it('a login with another role: nothing is said', () => {
    expect(lines({ ...login, body: { role: 'other' } })).toEqual([]);
  });

  it('a read: the annotation, the template, and the stanza that allows it', () => {
    expect(lines(read)).toEqual([
      'app.yaml: vault.hashicorp.com/agent-inject-secret-config: "kv/data/app/config"',
      'app.yaml: {{- with secret "kv/data/app/config" -}}',
      'kv-app.hcl: path "kv/data/app/*" {',
    ]);
  });

  it('a refused read: the stanza that refuses, or the policy that is silent', () => {
    const denies = { ...files, 'kv-app.hcl': 'path "kv/*" {\n  capabilities = ["deny"]\n}\n' };
    expect(causesOf(denies, asked(read)).at(-1)?.words).toBe('This stanza refuses it.');
    const silent = { ...files, 'kv-app.hcl': 'path "kv/app/*" {\n  capabilities = ["read"]\n}\n' };
    expect(causesOf(silent, asked(read)).at(-1)?.words).toBe('No stanza of this policy matches kv/data/app/config.');
  });

  it('a mutation: each annotation that the injector acts on', () => {
    const annotations = {
      'vault.hashicorp.com/agent-inject': 'true',
      'vault.hashicorp.com/role': 'app-web',
      'vault.hashicorp.com/agent-inject-secret-config': 'kv/data/app/config',
      'vault.hashicorp.com/agent-inject-template-config':
        '{{- with secret "kv/data/app/config" -}}\n{{ .Data.data | toJSON }}\n{{- end -}}\n',
    };
    const body = { request: { object: { metadata: { annotations } } } };
    expect(lines({ method: 'POST', path: '/mutate', body })).toHaveLength(4);
    expect(lines({ method: 'POST', path: '/mutate', body: { request: null } })).toEqual([]);
  });

  it('an object that is sent: the document that describes it', () => {
    const body = { kind: 'Deployment', metadata: { name: 'web', namespace: 'app' } };
    expect(lines({ method: 'POST', path: '/apis/apps/v1/namespaces/app/deployments', body })).toEqual([
      'app.yaml: kind: Deployment',
    ]);
  });

  it('broken files have no say and break nothing', () => {
    expect(lines(login, { 'app.yaml': 'a: [', 'vault.yaml': '\t', 'kv-app.hcl': 'path' })).toEqual([]);
  });
});
