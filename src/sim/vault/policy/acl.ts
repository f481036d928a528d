import type { Acl, AclDecision, AclRequest, TemplateSubject } from '../framework/policy.ts';
import type { Version } from '../versions.ts';
import { has, namesOf, neededFor } from './capability.ts';
import { refusal } from './decide.ts';
import { decidingRule } from './lookup.ts';
import { mergePermissions } from './merge.ts';
import { patternOf } from './path-pattern.ts';
import type { Policy } from './policy.ts';
import { resultant } from './resultant.ts';
import type { Rule } from './rule.ts';
import { RuleIndex } from './rule-index.ts';
import { render } from './template.ts';
import { touches } from './touches.ts';

const ROOT: AclDecision = { allowed: true, sudo: true, root: true, granting: ['root'] };
const NO_RULE: AclDecision = { allowed: false, sudo: false, root: false, granting: [] };

const withoutSlashes = (path: string): string => path.replace(/^\/+/, '');

/** The policy's templated stanzas with their paths filled in; those that cannot be are left out. */
export function renderedRules(policy: Policy, subject: TemplateSubject): readonly Rule[] {
  return policy.stanzas.flatMap((stanza) => {
    if (stanza.pattern !== undefined) return [];
    const rendered = render(stanza.written, subject);
    const pattern = 'path' in rendered ? patternOf(rendered.path) : undefined;
    return pattern === undefined ? [] : [{ ...stanza, pattern }];
  });
}

/** Look-up tables of a set of policies for one subject: two of a templated policy, one of any other. */
export const indexesOf = (policies: readonly Policy[], subject: TemplateSubject): readonly RuleIndex[] =>
  policies.flatMap((policy) => {
    const rendered = policy.templated ? renderedRules(policy, subject) : [];
    return rendered.length === 0 ? [policy.index] : [policy.index, new RuleIndex(rendered)];
  });

/**
 * The rules of a token: its policies in order (vault: acl.go, NewACL). Takes time by the number of policies, not of rules.
 * @param policies parsed; names without policy are simply not among them
 * @param subject entity for templates; without one, templated stanzas drop out
 */
export function compileAcl(policies: readonly Policy[], subject: TemplateSubject, version: Version): Acl {
  const root = policies.some((policy) => policy.name === 'root');
  const indexes = indexesOf(policies, subject);
  const perElement = version.listParametersPerElement;

  const allow = (request: AclRequest): AclDecision => {
    if (root) return ROOT;
    const match = decidingRule(indexes, withoutSlashes(request.path), request.operation === 'list');
    if (match === undefined) return NO_RULE;
    const permissions = mergePermissions(match.rules);
    const needed = neededFor(request.operation);
    const granting = has(permissions.capabilities, needed)
      ? match.rules.filter((rule) => has(rule.permissions.capabilities, needed)).map((rule) => rule.source.policy)
      : [];
    return {
      allowed: refusal(permissions, request, perElement) === undefined,
      sudo: has(permissions.capabilities, 'sudo'),
      root: false,
      granting,
    };
  };

  const capabilities = (path: string): readonly string[] => {
    if (root) return ['root'];
    const match = decidingRule(indexes, withoutSlashes(path), true);
    const names = match === undefined ? [] : namesOf(mergePermissions(match.rules).capabilities);
    return names.length === 0 || names.includes('deny') ? ['deny'] : names;
  };

  return {
    root,
    allow,
    capabilities,
    resultant: () => resultant(root, indexes, version.resultantAclSegments),
    touches: (prefix) => root || touches(indexes, prefix, capabilities(prefix)),
  };
}
