/** ServiceAccounts, Namespaces, roles and their bindings. Source: kubectl: pkg/cmd/create/create_{serviceaccount,namespace,role,clusterrole,rolebinding,clusterrolebinding}.go. */

import type { Call } from '../../command.ts';
import { failed } from '../../failure.ts';
import type { FlagSet } from '../../flags.ts';
import { kindCalled } from '../../mapper.ts';
import type { Json } from '../../objects/json.ts';
import { type Maker, plain } from './maker.ts';

const RBAC = 'rbac.authorization.k8s.io';

const SUBJECTS: FlagSet = {
  user: { kind: 'list', help: 'Users to bind' },
  group: { kind: 'list', help: 'Groups to bind' },
  serviceaccount: { kind: 'list', help: 'Service accounts to bind, as namespace:name' },
};

const subjectsOf = ({ flags }: Call): Json[] => [
  ...flags.list('user').map((name) => ({ kind: 'User', apiGroup: RBAC, name })),
  ...flags.list('group').map((name) => ({ kind: 'Group', apiGroup: RBAC, name })),
  ...flags.list('serviceaccount').map((account) => {
    const [namespace, name, ...more] = account.split(':');
    if (!namespace || !name || more.length > 0) throw failed('serviceaccount must be <namespace>:<name>');
    return { kind: 'ServiceAccount', name, namespace };
  }),
];

const RULES: FlagSet = {
  verb: { kind: 'list', help: 'Verbs that are allowed' },
  resource: { kind: 'list', help: 'Resources they are allowed on, as TYPE or TYPE/SUBRESOURCE' },
  'resource-name': { kind: 'list', help: 'Names they are allowed on' },
};

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** One rule for each API group, in the order in which they were named. */
const rulesOf = ({ flags }: Call): Json[] => {
  const verbs = unique(flags.list('verb'));
  const groups = new Map<string, string[]>();
  for (const typed of unique(flags.list('resource'))) {
    const [resource = '', subresource] = typed.split('/');
    const kind = resource === '*' ? undefined : kindCalled(resource);
    if (resource !== '*' && !kind) throw failed(`the server doesn't have a resource type ${JSON.stringify(resource)}`);
    const name = `${kind?.plural ?? '*'}${subresource === undefined ? '' : `/${subresource}`}`;
    const group = kind?.group ?? '*';
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  const names = flags.list('resource-name');
  return [...groups].map(([group, resources]) => ({
    apiGroups: [group],
    ...(names.length > 0 && { resourceNames: unique(names) }),
    resources,
    verbs: verbs.includes('*') ? ['*'] : verbs,
  }));
};

const checkRules = ({ flags }: Call, urls: readonly string[]): void => {
  if (flags.list('verb').length === 0) throw failed('at least one verb must be specified');
  if (flags.list('resource').length === 0 && urls.length === 0)
    throw failed(
      urls.length === 0 && flags.has('non-resource-url')
        ? 'one of resource or nonResourceURL must be specified'
        : 'at least one resource must be specified',
    );
};

/** The role that a binding names. */
const roleOf = ({ flags }: Call): Json => {
  const [role, cluster] = [flags.text('role'), flags.text('clusterrole')];
  if ((role === '') === (cluster === '')) throw failed('exactly one of clusterrole or role must be specified');
  return { apiGroup: RBAC, kind: role === '' ? 'ClusterRole' : 'Role', name: role === '' ? cluster : role };
};

const bound = (roleRef: Json, call: Call): Json => {
  const subjects = subjectsOf(call);
  return { roleRef, ...(subjects.length > 0 && { subjects }) };
};

export const accessMakers: readonly Maker[] = [
  {
    group: '',
    kind: 'ServiceAccount',
    word: 'serviceaccount',
    short: 'sa',
    flags: {},
    fields: plain(() => ({})),
    failing: 'failed to create serviceaccount: ',
  },
  { group: '', kind: 'Namespace', word: 'namespace', short: 'ns', flags: {}, fields: plain(() => ({})) },
  {
    group: RBAC,
    kind: 'Role',
    word: 'role',
    flags: RULES,
    fields: plain((call) => {
      checkRules(call, []);
      return { rules: rulesOf(call) };
    }),
  },
  {
    group: RBAC,
    kind: 'ClusterRole',
    word: 'clusterrole',
    flags: { ...RULES, 'non-resource-url': { kind: 'list', help: 'Paths that are no resources' } },
    fields: plain((call) => {
      const urls = call.flags.list('non-resource-url');
      checkRules(call, urls);
      const paths = urls.length > 0 ? [{ nonResourceURLs: unique(urls), verbs: unique(call.flags.list('verb')) }] : [];
      return { rules: [...rulesOf(call), ...paths] };
    }),
  },
  {
    group: RBAC,
    kind: 'RoleBinding',
    word: 'rolebinding',
    flags: {
      role: { kind: 'text', help: 'The Role to bind' },
      clusterrole: { kind: 'text', help: 'The ClusterRole to bind' },
      ...SUBJECTS,
    },
    fields: plain((call) => bound(roleOf(call), call)),
    failing: 'failed to create rolebinding: ',
  },
  {
    group: RBAC,
    kind: 'ClusterRoleBinding',
    word: 'clusterrolebinding',
    flags: { clusterrole: { kind: 'text', help: 'The ClusterRole to bind' }, ...SUBJECTS },
    fields: plain((call) => {
      const name = call.flags.text('clusterrole');
      if (name === '') throw failed('required flag(s) "clusterrole" not set');
      return bound({ apiGroup: RBAC, kind: 'ClusterRole', name }, call);
    }),
    failing: 'failed to create clusterrolebinding: ',
  },
];
