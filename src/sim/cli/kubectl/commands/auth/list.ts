/** `kubectl auth can-i --list`. Source: kubectl: pkg/cmd/auth/cani.go, printStatus; pkg/util/rbac/rbac.go. */
import type { Run } from '../../../program.ts';
import type { Call } from '../../command.ts';
import { listAt } from '../../objects/json.ts';
import { TABLE, tabbed } from '../../output/tab-writer.ts';

interface Rule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const ruleOf = (rule: Record<string, unknown>): Rule => ({
  verbs: texts(rule.verbs),
  apiGroups: texts(rule.apiGroups),
  resources: texts(rule.resources),
  resourceNames: texts(rule.resourceNames),
  nonResourceURLs: texts(rule.nonResourceURLs),
});

/** Rules of one group, one resource, at most one name or path, and one verb each. */
const brokenDown = (rule: Rule): Rule[] => {
  const none: Rule = { verbs: [], apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] };
  const named = rule.resourceNames.length === 0 ? [[]] : rule.resourceNames.map((n) => [n]);
  return [
    ...rule.apiGroups.flatMap((group) =>
      rule.resources.flatMap((resource) =>
        rule.verbs.flatMap((verb) =>
          named.map((names) => ({
            ...none,
            verbs: [verb],
            apiGroups: [group],
            resources: [resource],
            resourceNames: names,
          })),
        ),
      ),
    ),
    ...rule.nonResourceURLs.flatMap((url) =>
      rule.verbs.map((verb) => ({ ...none, verbs: [verb], nonResourceURLs: [url] })),
    ),
  ];
};

/** The verbs of one resource in one rule. Paths are left as they are. */
const compacted = (rules: readonly Rule[]): Rule[] => {
  const found = new Map<string, Rule>();
  rules.forEach((rule, i) => {
    const { apiGroups, resources, resourceNames } = rule;
    const key = resources.length === 0 ? String(i) : JSON.stringify([apiGroups, resources, resourceNames]);
    const before = found.get(key);
    const verbs = before ? [...before.verbs, ...rule.verbs.filter((v) => !before.verbs.includes(v))] : rule.verbs;
    found.set(key, { ...rule, verbs });
  });
  return [...found.values()];
};

/** What Go's String() of a PolicyRule gives: the order follows it. */
const sortKey = ({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: Rule): string =>
  `&PolicyRule{Verbs:[${verbs.join(' ')}],APIGroups:[${apiGroups.join(' ')}],Resources:[${resources.join(' ')}],ResourceNames:[${resourceNames.join(' ')}],NonResourceURLs:[${nonResourceURLs.join(' ')}],}`;

/** `pods`, `deployments.apps/scale`. */
const called = ({ resources: [resource = ''], apiGroups: [group = ''] }: Rule): string => {
  const [name = '', sub] = resource.split('/');
  return `${name}${group === '' || resource === '' ? '' : `.${group}`}${sub === undefined ? '' : `/${sub}`}`;
};

/** Prints all that one may do in the namespace. */
export function* listAllowed(call: Call): Run<number> {
  const group = 'authorization.k8s.io';
  const body = { apiVersion: `${group}/v1`, kind: 'SelfSubjectRulesReview', spec: { namespace: call.namespace } };
  const review = yield* call.client.request('POST', `/apis/${group}/v1/selfsubjectrulesreviews`, body);
  const rules = [...listAt(review, 'status', 'resourceRules'), ...listAt(review, 'status', 'nonResourceRules')];
  const rows = compacted(rules.map(ruleOf).flatMap(brokenDown))
    .map((rule) => ({ rule, key: sortKey(rule) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ rule }) =>
      [
        called(rule),
        `[${rule.nonResourceURLs.join(' ')}]`,
        `[${rule.resourceNames.join(' ')}]`,
        `[${rule.verbs.join(' ')}]`,
      ].join('\t'),
    );
  const header = call.flags.bool('no-headers') ? [] : ['Resources\tNon-Resource URLs\tResource Names\tVerbs'];
  call.process.out(`${tabbed([...header, ...rows].join('\n'), TABLE)}\n`);
  return 0;
}
