import type { AclRequest, TemplateSubject } from '../../../../../src/sim/vault/framework/index.ts';
import { compileAcl, type Policy, parsePolicy } from '../../../../../src/sim/vault/policy/index.ts';
import { versions } from '../../../../../src/sim/vault/versions.ts';

export const VERSION = versions['1.19'];

/** Parsed policies, named p0, p1 … in order. */
export const policiesOf = (...texts: readonly string[]): readonly Policy[] =>
  texts.map((text, at) => {
    const { policy, error } = parsePolicy(`p${at}`, text, VERSION);
    if (error !== undefined) throw new Error(error);
    return policy;
  });

export const aclOf = (...texts: readonly string[]) => compileAcl(policiesOf(...texts), undefined, VERSION);

/** A policy from lines like `secret/data/* = read, list`. */
export const rules = (...lines: readonly string[]): string =>
  lines
    .map((line) => {
      const [path = '', names = ''] = line.split(' = ');
      const capabilities = names.split(',').flatMap((name) => (name.trim() === '' ? [] : [`"${name.trim()}"`]));
      return `path "${path}" { capabilities = [${capabilities.join(', ')}] }`;
    })
    .join('\n');

export const request = (
  operation: AclRequest['operation'],
  path: string,
  rest: { data?: Record<string, unknown>; wrapTtl?: number } = {},
): AclRequest => ({ operation, path, data: {}, wrapTtl: 0, ...rest });

export type { TemplateSubject };
