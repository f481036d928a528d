import type { AclRequest, TemplateSubject } from '../framework/policy.ts';
import type { Version } from '../versions.ts';
import { indexesOf } from './acl.ts';
import { type Capability, has, namesOf, neededFor } from './capability.ts';
import { type Refusal, refusal } from './decide.ts';
import { decidingRule, formsOf, rulesOf, wildcardPatterns } from './lookup.ts';
import { mergePermissions } from './merge.ts';
import { type NearMiss, nearMisses } from './near-miss.ts';
import { type PathPattern, writtenPath } from './path-pattern.ts';
import type { Policy } from './policy.ts';
import { type Advantage, advantage } from './precedence.ts';
import type { Rule, Source } from './rule.ts';
import type { RuleIndex } from './rule-index.ts';
import { render } from './template.ts';

/** A rule: one path, and the stanzas of all policies that speak of it. */
export interface RuleView {
  /** As it would be written: `secret/data/*`. */
  readonly path: string;
  /** What its stanzas grant together. */
  readonly capabilities: readonly Capability[];
  /** Each stanza with its policy, its place in the text, and what it grants alone. */
  readonly stanzas: readonly (Source & { readonly grants: readonly Capability[] })[];
}

/** A rule that matches and has no say. */
export interface Loser extends RuleView {
  /** Why the deciding rule comes first; lists are asked without their closing slash before they are asked with it. */
  readonly because: Advantage | 'path without slash first';
  /** Whether it would have let the request pass. */
  readonly wouldAllow: boolean;
}

export type Verdict =
  | { readonly kind: 'root' }
  | { readonly kind: 'granted'; readonly by: readonly string[] }
  | { readonly kind: 'no rule' }
  | ({ readonly kind: 'refused' } & Refusal)
  | { readonly kind: 'sudo missing' };

/** Why a request is allowed or denied, as data for the tutor, findings and grader. */
export interface Explanation {
  readonly allowed: boolean;
  readonly verdict: Verdict;
  /** Capabilities the deciding rule must have. */
  readonly needed: readonly Capability[];
  /** The one rule that decides, and the form of the path it was found for. */
  readonly deciding: (RuleView & { readonly foundFor: string }) | undefined;
  readonly losers: readonly Loser[];
  /** Templated stanzas that fall away because a directive has no value for this token. */
  readonly unresolved: readonly (Source & { readonly written: string; readonly directive: string })[];
  /** Rules that do not match but nearly do. Only for denials without a rule, or by a rule with less specific path. */
  readonly nearMisses: readonly NearMiss[];
}

const view = (pattern: PathPattern, rules: readonly Rule[]): RuleView => ({
  path: writtenPath(pattern),
  capabilities: namesOf(mergePermissions(rules).capabilities),
  stanzas: rules.map((rule) => ({ ...rule.source, grants: namesOf(rule.permissions.capabilities) })),
});

/** Patterns that match any form of the path, exact ones first. */
function matching(
  indexes: readonly RuleIndex[],
  forms: readonly string[],
): readonly (readonly [PathPattern, string])[] {
  const seen = new Map<string, readonly [PathPattern, string]>();
  for (const form of forms) {
    const exact: PathPattern = { kind: 'exact', path: form };
    const patterns = rulesOf(indexes, exact).length > 0 ? [exact] : [];
    for (const pattern of [...patterns, ...wildcardPatterns(indexes, form, true)]) {
      const key = `${pattern.kind} ${pattern.path}`;
      if (!seen.has(key)) seen.set(key, [pattern, form]);
    }
  }
  return [...seen.values()];
}

/**
 * Explains what the ACL says of a request.
 * @param request the operation, path (without `v1/`, a list's with closing slash), parameters and wrapping TTL in seconds
 * @param policies the token's, in order
 * @param subject the token's entity, for templates
 * @param sudo whether the path is root-protected, so that the rule needs `sudo` besides
 */
export function explain(
  request: AclRequest,
  policies: readonly Policy[],
  subject: TemplateSubject,
  version: Version,
  sudo = false,
): Explanation {
  const needed: readonly Capability[] = [neededFor(request.operation), ...(sudo ? (['sudo'] as const) : [])];
  const unresolved = policies.flatMap((policy) => unresolvedOf(policy, subject));
  const nothing = { needed, deciding: undefined, losers: [], unresolved, nearMisses: [] };
  if (policies.some((policy) => policy.name === 'root'))
    return { ...nothing, allowed: true, verdict: { kind: 'root' } };
  const indexes = indexesOf(policies, subject);
  const path = request.path.replace(/^\/+/, '');
  const isList = request.operation === 'list';
  const match = decidingRule(indexes, path, isList);
  const near = (): readonly NearMiss[] => nearMisses(indexes, path);
  if (match === undefined) return { ...nothing, allowed: false, verdict: { kind: 'no rule' }, nearMisses: near() };
  const says = (rules: readonly Rule[]): Refusal | 'sudo' | undefined => {
    const permissions = mergePermissions(rules);
    const refused = refusal(permissions, request, version.listParametersPerElement);
    return refused ?? (sudo && !has(permissions.capabilities, 'sudo') ? 'sudo' : undefined);
  };
  const losers = matching(indexes, formsOf(path, isList)).flatMap(([pattern, form]): Loser[] => {
    if (pattern.kind === match.pattern.kind && pattern.path === match.pattern.path) return [];
    const rules = rulesOf(indexes, pattern);
    const because = form === match.path ? advantage(match.pattern, pattern) : undefined;
    return [
      {
        ...view(pattern, rules),
        because: because ?? (match.pattern.kind === 'exact' ? 'exact path' : 'path without slash first'),
        wouldAllow: says(rules) === undefined,
      },
    ];
  });
  const said = says(match.rules);
  return {
    ...nothing,
    allowed: said === undefined,
    verdict: verdictOf(said, match.rules, neededFor(request.operation)),
    deciding: { ...view(match.pattern, match.rules), foundFor: match.path },
    losers,
    nearMisses: said === undefined ? [] : near(),
  };
}

function verdictOf(said: Refusal | 'sudo' | undefined, rules: readonly Rule[], needed: Capability): Verdict {
  if (said === 'sudo') return { kind: 'sudo missing' };
  if (said !== undefined) return { kind: 'refused', ...said };
  const granting = rules.filter((rule) => has(rule.permissions.capabilities, needed));
  return { kind: 'granted', by: [...new Set(granting.map((rule) => rule.source.policy))] };
}

const unresolvedOf = (policy: Policy, subject: TemplateSubject): Explanation['unresolved'] =>
  policy.stanzas.flatMap((stanza) => {
    if (stanza.pattern !== undefined) return [];
    const rendered = render(stanza.written, subject);
    return 'path' in rendered ? [] : [{ ...stanza.source, written: stanza.written, directive: rendered.unresolved }];
  });
