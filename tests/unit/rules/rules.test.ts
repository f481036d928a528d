import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, findingsOf, rules } from '../../../src/rules/index.ts';
import { brief } from './mistakes.ts';

const deployment = (annotations: string, spec = '', outer = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
${outer}spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
      annotations:
${annotations.replace(/^/gm, '        ')}
    spec:
      serviceAccountName: web
${spec.replace(/^/gm, '      ')}
      containers:
        - name: app
          image: example.com/web:1
`;
const INJECT = 'vault.hashicorp.com/agent-inject: "true"\nvault.hashicorp.com/role: "app-web"';
const role = (lines: string): string => `auth:
  - type: kubernetes
    path: kubernetes
    roles:
      - name: app-web
${lines.replace(/^/gm, '        ')}
secrets:
  - type: kv
    path: kv
    options: {version: 2}
`;
const BOUND = 'bound_service_account_names: [web]\nbound_service_account_namespaces: [app]\ntoken_policies: [kv-app]';
const KV = { 'vault.yaml': role(BOUND) };

type Files = Readonly<Record<string, string>>;
const find = (files: Files): Finding[] => findingsOf(Object.entries(files).map(([name, text]) => ({ name, text })));

/** A mistake, where it is found (`file:line:column`), and the text after the quick fix where there is one. */
interface Mistake {
  readonly rule: string;
  readonly files: Files;
  readonly place: string;
  readonly fixed: string | undefined;
}
const mistake = (rule: string, files: Files, place: string, fixed?: string): Mistake => ({ rule, files, place, fixed });
const mistakes: readonly Mistake[] = [
  mistake('yaml/syntax', { 'app.yaml': 'kind: Pod\nname: "web\n' }, 'app.yaml:2:7'),
  mistake(
    'injector/annotation-not-string',
    { 'app.yaml': deployment('vault.hashicorp.com/agent-inject: true\nvault.hashicorp.com/role: app') },
    'app.yaml:11:43',
    'vault.hashicorp.com/agent-inject: "true"',
  ),
  mistake(
    'injector/annotation-not-string',
    { 'app.yaml': deployment(`${INJECT}\nvault.hashicorp.com/agent-pre-populate-only: yes`) },
    'app.yaml:13:54',
    'only: "yes"',
  ),
  mistake(
    'injector/unknown-annotation',
    { 'app.yaml': deployment(`${INJECT}\nvault.hashicorp.com/agent-inject-secrets-db: kv/data/db`) },
    'app.yaml:13:9',
    'agent-inject-secret-db: kv',
  ),
  mistake(
    'injector/unknown-annotation',
    { 'app.yaml': deployment(`${INJECT}\nvault.hashicorp.com/agent-pre-popullate: "true"`) },
    'app.yaml:13:9',
    'agent-pre-populate: "true"',
  ),
  mistake(
    'injector/missing-role',
    { 'app.yaml': deployment('vault.hashicorp.com/agent-inject: "true"') },
    'app.yaml:11:9',
    'vault.hashicorp.com/role: "app"\n',
  ),
  mistake(
    'injector/refused',
    { 'app.yaml': deployment('vault.hashicorp.com/agent-inject: "true"\nvault.hashicorp.com/role: ""') },
    'app.yaml:12:35',
  ),
  mistake(
    'injector/annotations-on-workload',
    { 'app.yaml': deployment(INJECT, '', '  annotations:\n    vault.hashicorp.com/agent-inject: "true"\n') },
    'app.yaml:6:5',
  ),
  mistake(
    'pod/duplicate-volume',
    { 'app.yaml': deployment(INJECT, 'volumes:\n  - name: vault-secrets\n    emptyDir: {}') },
    'app.yaml:16:17',
  ),
  mistake(
    'role/unknown-parameter',
    { 'vault.yaml': role(`${BOUND}\nbound_audiences: [vault]`) },
    'vault.yaml:9:9',
    'audience: [vault]',
  ),
  mistake('role/deprecated-alias', { 'vault.yaml': role(`${BOUND}\nttl: 1h`) }, 'vault.yaml:9:9', 'token_ttl: 1h'),
  mistake(
    'role/anybody',
    { 'vault.yaml': role("bound_service_account_names: ['*']\nbound_service_account_namespaces: '*'") },
    'vault.yaml:7:43',
  ),
  mistake(
    'kv/missing-data-segment',
    { ...KV, 'app.hcl': 'path "kv/app/*" {\n  capabilities = ["read"]\n}\n' },
    'app.hcl:1:6',
    'path "kv/data/app/*"',
  ),
  mistake(
    'kv/missing-data-segment',
    {
      'vault.yaml': `${KV['vault.yaml']}policies:\n  - name: p\n    rules: |\n      path "kv/app" {\n        capabilities = ["read"]\n      }\n`,
    },
    'vault.yaml:16:12',
    'path "kv/data/app"',
  ),
  mistake(
    'kv/list-on-data',
    { ...KV, 'app.hcl': 'path "kv/data/app/*" {\n  capabilities = ["read", "list"]\n}\n' },
    'app.hcl:2:27',
  ),
  mistake(
    'policy/unknown-capability',
    { 'app.hcl': 'path "kv/data/app" {\n  capabilities = ["write"]\n}\n' },
    'app.hcl:2:19',
    '["create", "update"]',
  ),
  mistake(
    'policy/unknown-capability',
    { 'app.hcl': 'path "kv/data/app" {\n  capabilities = ["raed"]\n}\n' },
    'app.hcl:2:19',
    '["read"]',
  ),
  mistake('policy/syntax', { 'app.hcl': 'path "kv/data/app" {\n  capabilities = ["read" }\n' }, 'app.hcl'),
];

describe('a finding', () => {
  it.each(mistakes)('$rule names the place, explains itself, and its fix mends it', ({ rule, files, place, fixed }) => {
    const found = find(files).filter((f) => f.rule === rule);
    expect(found.map((f) => `${f.file}:${f.span.start.line}:${f.span.start.column}`).join(' ')).toContain(place);
    const [first] = found;
    if (!first) return;
    for (const words of [first.title, first.why, first.wrong, first.right, first.message, first.source])
      expect(words.length).toBeGreaterThan(3);
    expect(first.fix === undefined).toBe(fixed === undefined);
    if (!first.fix || fixed === undefined) return;
    const after = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        applyEdits(
          text,
          first.fix!.edits.filter((e) => e.file === name),
        ),
      ]),
    );
    expect(Object.values(after).join('\n')).toContain(fixed);
    expect(find(after).filter((f) => f.rule === rule && f.message === first.message)).toEqual([]);
  });

  it('is not made of good files', () => {
    const files = {
      'app.yaml': deployment(
        `${INJECT}\nvault.hashicorp.com/agent-inject-secret-config: "kv/data/app"\nvault.hashicorp.com/agent-inject-template-config: '{{ with secret "kv/data/app" }}{{ .Data.data.x }}{{ end }}'\nother.example/key: "1"`,
        'volumes:\n  - name: cache\n    emptyDir: {}',
      ),
      'vault.yaml': role(`${BOUND}\naudience: https://kubernetes.default.svc`),
      'kv-app.hcl':
        'path "kv/data/app" {\n  capabilities = ["read"]\n}\npath "kv/metadata/*" {\n  capabilities = ["list"]\n}\npath "sys/health" {\n  capabilities = ["read", "sudo"]\n}\n',
    };
    expect(find(files)).toEqual([]);
  });

  it('has every rule tried here or beside this file', () => {
    const tried = [...mistakes.map((m) => m.rule), ...Object.keys(brief)];
    expect([...new Set(tried)].sort()).toEqual(rules.map((r) => r.id).sort());
  });
});

describe.each(Object.entries(brief))('%s', (rule, { files, at, fixed }) => {
  const found = find(files).filter((f) => f.rule === rule);
  const textAt = (f: Finding): string =>
    (files[f.file] ?? '').split('\n')[f.span.start.line - 1]?.slice(f.span.start.column - 1) ?? '';

  it('is found where the mistake is', () => {
    expect(found.map((f) => textAt(f).slice(0, at.length))).toContain(at);
  });

  // A rule without a fix has nothing to try here.
  if (!found.some((f) => f.fix)) return;

  it('is mended by its fix', () => {
    const fix = found.find((f) => f.fix)?.fix;
    const after = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        applyEdits(text, fix?.edits.filter((e) => e.file === name) ?? []),
      ]),
    );
    if (fixed !== undefined) expect(Object.values(after).join('\n')).toContain(fixed);
    expect(find(after).filter((f) => f.rule === rule).length).toBeLessThan(found.length);
  });
});

describe('any text', () => {
  it('is read without a crash', () => {
    const pieces = fc.constantFrom(
      'kind: Deployment',
      'spec:',
      '  template:',
      'metadata:',
      'annotations:',
      'vault.hashicorp.com/agent-inject: true',
      '- ',
      '"',
      '{',
      'path "a" {',
      'capabilities = [',
      '\n',
      '  ',
      'auth:',
      '&a *a',
      '<<: *a',
      '!!binary x',
      '\u0000',
      '| ',
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 }).map((p) => p.join(''));
    fc.assert(
      fc.property(text, text, (yaml, hcl) => {
        expect(() => find({ 'app.yaml': yaml, 'p.hcl': hcl, 'vault.yaml': `auth:\n${yaml}` })).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
