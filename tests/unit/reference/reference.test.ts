import { describe, expect, it } from 'vitest';
import { annotations } from '../../../src/reference/annotations.ts';
import { capabilities } from '../../../src/reference/capabilities.ts';
import { configFields } from '../../../src/reference/config-fields.ts';
import { deprecatedRoleFields, roleFields } from '../../../src/reference/role-fields.ts';
import { signatureOf } from '../../../src/reference/signature.ts';
import { functionGroups } from '../../../src/reference/template-functions.ts';
import { functionNames, parseTemplate } from '../../../src/sim/gotemplate/index.ts';
import { configFields as readConfigFields } from '../../../src/sim/vault/auth-kubernetes/config-path.ts';
import { roleFields as readRoleFields } from '../../../src/sim/vault/auth-kubernetes/role-write.ts';
import { parsePolicy } from '../../../src/sim/vault/policy/index.ts';
import { versions } from '../../../src/sim/vault/versions.ts';

const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name).sort();

describe('the reference describes what the model reads, no more and no less', () => {
  it('every parameter of a role, with its older names', () => {
    const described = [...names(roleFields), ...Object.keys(deprecatedRoleFields), 'name'].sort();
    expect(described).toEqual(Object.keys(readRoleFields).sort());
    const current = new Set(names(roleFields));
    for (const now of Object.values(deprecatedRoleFields)) expect(current).toContain(now);
  });

  it('every parameter of the configuration', () => {
    expect(names(configFields)).toEqual(Object.keys(readConfigFields).sort());
  });

  it('every function of a template but those of Sprig', () => {
    const described = functionGroups.flatMap(({ entries }) => names(entries)).sort();
    expect(described).toEqual(functionNames().filter((name) => !name.startsWith('sprig_')));
    expect(signatureOf('printf')).toBe('printf string any…');
  });

  it('examples of functions that the parser reads', () => {
    for (const { name, example } of functionGroups.flatMap(({ entries }) => entries))
      expect([name, parseTemplate({ contents: example ?? '' }).fault ?? null]).toEqual([name, null]);
  });

  it('every annotation, 74 of them', () => {
    expect(annotations).toHaveLength(74);
    expect(new Set(annotations.map(({ bare }) => bare)).size).toBe(74);
  });

  it('capabilities that Vault 1.21 reads, with examples it accepts', () => {
    for (const { name, example } of capabilities)
      expect([name, parsePolicy('example', example ?? '', versions['1.21']).error]).toEqual([name, undefined]);
  });
});
