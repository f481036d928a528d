import { notRoutable } from '../api/status.ts';
import { type Kind, versionOf } from '../kinds/kind.ts';
import { answer, type Endpoint } from '../server/context.ts';
import { servedKinds } from '../server/served.ts';
import type { Store } from '../store/store.ts';

/** Groups in the order in which the server lists them, with their versions, the preferred one first. */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['apiregistration.k8s.io', ['v1']],
  ['apps', ['v1']],
  ['events.k8s.io', ['v1']],
  ['authentication.k8s.io', ['v1']],
  ['authorization.k8s.io', ['v1']],
  ['autoscaling', ['v2', 'v1']],
  ['batch', ['v1']],
  ['certificates.k8s.io', ['v1']],
  ['networking.k8s.io', ['v1']],
  ['policy', ['v1']],
  ['rbac.authorization.k8s.io', ['v1']],
  ['storage.k8s.io', ['v1']],
  ['admissionregistration.k8s.io', ['v1']],
  ['apiextensions.k8s.io', ['v1']],
  ['scheduling.k8s.io', ['v1']],
  ['coordination.k8s.io', ['v1']],
  ['node.k8s.io', ['v1']],
  ['discovery.k8s.io', ['v1']],
  ['resource.k8s.io', ['v1']],
  ['flowcontrol.apiserver.k8s.io', ['v1']],
];

/** The server's own groups, then those that CustomResourceDefinitions have added. */
const groupsOf = (store: Store): typeof GROUPS => {
  const added = servedKinds(store).flatMap((k) => (k.custom ? [[k.group, [versionOf(k)]] as const] : []));
  return [...GROUPS, ...added.filter(([name], i) => added.findIndex(([other]) => other === name) === i)];
};

const group = ([name, versions]: readonly [string, readonly string[]]): object => {
  const all = versions.map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions: all, preferredVersion: all[0] };
};

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

const resources = (kind: Kind): object[] => [
  {
    name: kind.plural,
    singularName: kind.singular ?? '',
    namespaced: kind.namespaced,
    kind: kind.kind,
    verbs: kind.plural === 'namespaces' ? VERBS.filter((v) => v !== 'deletecollection') : VERBS,
    ...(kind.shortNames && { shortNames: kind.shortNames }),
    ...(kind.categories && { categories: kind.categories }),
  },
  ...(kind.hasScale
    ? [
        {
          name: `${kind.plural}/scale`,
          singularName: '',
          namespaced: kind.namespaced,
          group: 'autoscaling',
          version: 'v1',
          kind: 'Scale',
          verbs: ['get', 'patch', 'update'],
        },
      ]
    : []),
  ...(kind.hasStatus
    ? [
        {
          name: `${kind.plural}/status`,
          singularName: '',
          namespaced: kind.namespaced,
          kind: kind.kind,
          verbs: ['get', 'patch', 'update'],
        },
      ]
    : []),
];

const review = (name: string, kind: string, namespaced = false): object => ({
  name,
  singularName: kind.toLowerCase(),
  namespaced,
  kind,
  verbs: ['create'],
});

/** Resources that are answered but not stored, by group. */
const REVIEWS: Readonly<Record<string, readonly object[]>> = {
  '': [
    {
      name: 'serviceaccounts/token',
      singularName: '',
      namespaced: true,
      group: 'authentication.k8s.io',
      version: 'v1',
      kind: 'TokenRequest',
      verbs: ['create'],
    },
  ],
  'authentication.k8s.io': [review('selfsubjectreviews', 'SelfSubjectReview'), review('tokenreviews', 'TokenReview')],
  'authorization.k8s.io': [
    review('localsubjectaccessreviews', 'LocalSubjectAccessReview', true),
    review('selfsubjectaccessreviews', 'SelfSubjectAccessReview'),
    review('selfsubjectrulesreviews', 'SelfSubjectRulesReview'),
    review('subjectaccessreviews', 'SubjectAccessReview'),
  ],
};

const resourceList = (store: Store, name: string, groupVersion: string): object => ({
  kind: 'APIResourceList',
  ...(name !== '' && { apiVersion: 'v1' }),
  groupVersion,
  resources: [
    ...servedKinds(store)
      .filter((k) => k.group === name)
      .flatMap(resources),
    ...(REVIEWS[name] ?? []),
  ],
});

/** `GET /api`, `/apis`, `/api/v1`, `/apis/{group}`, `/apis/{group}/{version}` */
export const discovery: Endpoint = {
  matches: ({ request, info }) =>
    request.method === 'GET' && !info.isResource && ['api', 'apis'].includes(request.segments[0] ?? ''),
  handle: ({ request, state }) => {
    const [prefix, name = '', version = ''] = request.segments;
    if (prefix === 'api') {
      if (name === 'v1') return answer(200, resourceList(state.store, '', 'v1'));
      if (name !== '') throw notRoutable();
      const serverAddress = state.settings.externalAddress;
      return answer(200, {
        kind: 'APIVersions',
        versions: ['v1'],
        serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
      });
    }
    if (name === '')
      return answer(200, { kind: 'APIGroupList', apiVersion: 'v1', groups: groupsOf(state.store).map(group) });
    const found = groupsOf(state.store).find(([g]) => g === name);
    if (!found || (version !== '' && !found[1].includes(version))) throw notRoutable();
    if (version === '') return answer(200, { kind: 'APIGroup', apiVersion: 'v1', ...group(found) });
    return answer(200, resourceList(state.store, name, `${name}/${version}`));
  },
};
