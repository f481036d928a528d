import { expect, describe as group, it } from 'vitest';
import { complete } from '../../../src/reference/completion/complete.ts';
import { describe } from '../../../src/reference/completion/describe.ts';

/** Splits a text at its `|`: the place. */
const at = (marked: string): [text: string, line: number, column: number] => {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  return [marked.slice(0, offset) + marked.slice(offset + 1), before.length, (before.at(-1)?.length ?? 0) + 1];
};
const labels = (file: string, marked: string) => complete(file, ...at(marked)).map(({ label }) => label);

const POD = `kind: Deployment
spec:
  template:
    metadata:
      annotations:
`;
const VAULT = `auth:
  - type: kubernetes
    config:
      kubernetes_host: https://kubernetes
    roles:
      - name: web
`;

group('completion', () => {
  it('offers annotations under annotations, with quotes ready, and replaces what is typed of the key', () => {
    const offered = complete('app.yaml', ...at(`${POD}        vault.hash|`));
    const role = offered.find(({ label }) => label === 'vault.hashicorp.com/role');
    expect(role).toMatchObject({ insert: 'vault.hashicorp.com/role: ""', from: 9 });
    expect(labels('app.yaml', `${POD}        |`)).toContain('vault.hashicorp.com/agent-inject');
  });

  it('offers the words of a value', () => {
    expect(labels('app.yaml', `${POD}        vault.hashicorp.com/agent-inject: "|"`)).toEqual(['true', 'false']);
    expect(labels('vault.yaml', `${VAULT}        alias_name_source: |`)).toEqual([
      'serviceaccount_uid',
      'serviceaccount_name',
    ]);
  });

  it('tells a role from the configuration', () => {
    expect(labels('vault.yaml', `${VAULT}        tok|`)).toContain('token_ttl');
    expect(labels('vault.yaml', `${VAULT}      - tok|`)).toContain('token_ttl');
    const config = labels('vault.yaml', VAULT.replace('    roles:', '      |\n    roles:'));
    expect(config).toContain('disable_local_ca_jwt');
    expect(config).not.toContain('token_ttl');
  });

  it('offers functions inside an action of a template, and none behind it', () => {
    const line = `${POD}        vault.hashicorp.com/agent-inject-template-x: '{{ with sec`;
    expect(labels('app.yaml', `${line}|`)).toContain('secret');
    expect(labels('app.yaml', `${line}ret "a" }}|`)).toEqual([]);
  });

  it('offers capabilities in the list of a policy, quoted where no quote is open', () => {
    expect(complete('p.hcl', ...at('path "a" {\n  capabilities = [|]')).map((p) => p.insert)).toContain('"read"');
    expect(complete('p.hcl', ...at('path "a" {\n  capabilities = ["re|"]')).map((p) => p.insert)).toContain('read');
    expect(labels('p.hcl', 'path "|" {')).toEqual([]);
  });

  it('offers nothing where nothing is known', () => {
    expect(labels('app.yaml', 'kind: Dep|')).toEqual([]);
    expect(labels('notes.txt', '|')).toEqual([]);
  });
});

group('hover', () => {
  it('explains an annotation with its suffix', () => {
    const found = describe('app.yaml', ...at(`${POD}        vault.hashicorp.com/agent-inject-sec|ret-db: kv/data/db`));
    expect(found?.markdown).toContain('agent-inject-secret-');
    expect(found).toMatchObject({ from: 9 });
  });

  it('explains a parameter of a role, also by its older name', () => {
    expect(describe('vault.yaml', ...at(`${VAULT}        aud|ience: vault`))?.markdown).toContain('bound_audiences');
    expect(describe('vault.yaml', ...at(`${VAULT}        tt|l: 1h`))?.markdown).toContain('write token_ttl');
  });

  it('explains a function and a capability, and says nothing of other words', () => {
    expect(describe('app.yaml', ...at(`a: '{{ .Data.x | toJS|ON }}'`.replace(' | ', ' ¦ ')))?.markdown).toContain(
      'JSON',
    );
    expect(describe('p.hcl', ...at('capabilities = ["li|st"]'))?.markdown).toContain('metadata/');
    expect(describe('app.yaml', ...at('kind: Dep|loyment'))).toBeUndefined();
  });
});
