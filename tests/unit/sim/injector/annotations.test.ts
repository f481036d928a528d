import { describe, expect, it } from 'vitest';
import {
  ANNOTATIONS,
  annotationNamed,
  describeAnnotations,
  dryRun,
  MISTAKEN,
  recognise,
} from '../../../../src/sim/injector/index.ts';
import { asked, settings, template } from './support.ts';

describe('the descriptions of annotations', () => {
  it('cover the 74 of vault-k8s 1.7.6, each once', () => {
    const names = ANNOTATIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(74);
    expect(names).toHaveLength(74);
  });

  it.each(describeAnnotations().map((one) => [one.key, one] as const))(
    '%s has an example that is accepted',
    (_, one) => {
      const suffix = { secret: '-x', parameter: '-region', plain: '', 'plain or secret': '' }[one.form];
      const volumes = [{ name: one.example, projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }];
      const containers = [{ name: 'app', securityContext: { runAsUser: 1000 } }];
      const found = dryRun(template({ ...asked, [one.name + suffix]: one.example }, { volumes, containers }), settings);
      expect(found.outcome).toBe(one.name === 'agent-inject-status' ? 'untouched' : 'injected');
    },
  );

  it('are no names that people mistake for them', () => {
    for (const [wrong, right] of Object.entries(MISTAKEN)) {
      expect(annotationNamed(wrong), wrong).toBeUndefined();
      expect(
        ANNOTATIONS.some(({ name }) => name === right),
        right,
      ).toBe(true);
    }
  });
});

describe('a key on a Pod', () => {
  const nameOf = (key: string): string | undefined => {
    const found = recognise(`vault.hashicorp.com/${key}`);
    return found && [found.annotation.name, found.suffix].filter((part) => part !== undefined).join(' | ');
  };

  it('with template-file belongs to the file form, never to a template named file-…', () => {
    expect(nameOf('agent-inject-template-file-x')).toBe('agent-inject-template-file | x');
    expect(nameOf('agent-inject-template-file')).toBe('agent-inject-template | file');
  });

  it('keeps capital letters, dots and dashes of its suffix', () => {
    expect(nameOf('agent-inject-secret-A.b_c-d')).toBe('agent-inject-secret | A.b_c-d');
  });

  it('is ignored without the suffix it needs, with one it does not take, or in other letters', () => {
    expect(nameOf('agent-inject-secret')).toBeUndefined();
    expect(nameOf('role-x')).toBeUndefined();
    expect(nameOf('Role')).toBeUndefined();
    expect(recognise('vault.hashicorp.org/role')).toBeUndefined();
  });

  it('may stand with and without a suffix where both are read', () => {
    expect(nameOf('secret-volume-path')).toBe('secret-volume-path');
    expect(nameOf('secret-volume-path-db')).toBe('secret-volume-path | db');
  });
});
