import { byText } from '../../../text/order.ts';
import { type Json, listAt, nameOf } from '../objects/json.ts';
import { annotationLines, labelLines } from './text.ts';

/** A rule of one resource or path with its verbs. */
interface Single {
  readonly group: string;
  readonly resource: string;
  readonly name: string;
  readonly path: string;
  readonly verbs: readonly string[];
}

const texts = (rule: Json, field: string): readonly string[] =>
  Array.isArray(rule[field]) ? (rule[field] as string[]) : [];

/** One rule for each verb and resource. (kubectl: pkg/util/rbac, BreakdownRule) */
const broken = (rule: Json): Single[] => {
  const names = texts(rule, 'resourceNames');
  const each = texts(rule, 'verbs').map((verb) => [verb]);
  const resources = texts(rule, 'apiGroups').flatMap((group) =>
    texts(rule, 'resources').flatMap((resource) =>
      each.flatMap((verbs) =>
        (names.length === 0 ? [''] : names).map((name) => ({ group, resource, name, path: '', verbs })),
      ),
    ),
  );
  const paths = texts(rule, 'nonResourceURLs').flatMap((path) =>
    each.map((verbs) => ({ group: '', resource: '', name: '', path, verbs })),
  );
  return [...resources, ...paths];
};

/** The verbs of one resource together again; those of paths stay apart. (kubectl: CompactRules) */
const compact = (rules: readonly Single[]): Single[] => {
  const together = new Map<string, Single>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.group, rule.resource, rule.name, rule.path, rule.path === '' ? '' : rule.verbs]);
    const known = together.get(key);
    together.set(key, known ? { ...known, verbs: [...new Set([...known.verbs, ...rule.verbs])] } : rule);
  }
  return [...together.values()];
};

const bracketed = (text: string): string => `[${text}]`;

/** What rules are sorted by: their text as a struct of Go. (kubectl: SortableRuleSlice) */
const order = (r: Single): string =>
  r.path === ''
    ? `[${r.verbs.join(' ')}],[${r.group}],[${r.resource}],[${r.name}],[]`
    : `[${r.verbs.join(' ')}],[],[],[],[${r.path}]`;

/** `deployments.apps/scale` */
const combined = ({ resource, group }: Single): string => {
  const [plural = '', ...sub] = resource.split('/');
  return `${plural}${group === '' ? '' : `.${group}`}${sub.length === 0 ? '' : `/${sub.join('/')}`}`;
};

/** Rules as a table. */
export const ruleRows = (rules: readonly Json[]): string[] =>
  compact(rules.flatMap(broken))
    .toSorted((a, b) => byText(order(a), order(b)))
    .map((r) => [combined(r), bracketed(r.path), bracketed(r.name), bracketed(r.verbs.join(' '))].join('\t'));

/** A Role or ClusterRole. (kubectl: pkg/describe/describe.go, RoleDescriber) */
export const describeRole = (role: Json): string =>
  [
    `Name:\t${nameOf(role)}\n`,
    labelLines(role),
    annotationLines(role),
    'PolicyRule:\n',
    '  Resources\tNon-Resource URLs\tResource Names\tVerbs\n',
    '  ---------\t-----------------\t--------------\t-----\n',
    ...ruleRows(listAt(role, 'rules')).map((row) => `  ${row}\n`),
  ].join('');
