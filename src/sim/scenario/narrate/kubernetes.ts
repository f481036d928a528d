import { at, type Narrator, textAt } from './narrator.ts';

/** An API path without its group: `/api/v1/…` or `/apis/GROUP/VERSION/…`. */
const API = '\\/(?:api|apis\\/[^/]+)\\/[^/]+';
const singular = (resource = ''): string =>
  ({
    pods: 'Pod',
    deployments: 'Deployment',
    serviceaccounts: 'ServiceAccount',
    namespaces: 'Namespace',
    configmaps: 'ConfigMap',
    secrets: 'Secret',
    clusterrolebindings: 'ClusterRoleBinding',
    clusterroles: 'ClusterRole',
    events: 'Event',
    secretproviderclasses: 'SecretProviderClass',
    secretproviderclasspodstatuses: 'SecretProviderClassPodStatus',
    vaultconnections: 'VaultConnection',
    vaultauths: 'VaultAuth',
    vaultstaticsecrets: 'VaultStaticSecret',
    vaultdynamicsecrets: 'VaultDynamicSecret',
  })[resource] ?? resource;

/** Exchanges with the Kubernetes API server. */
export const kubernetesNarrators: readonly Narrator[] = [
  {
    method: /^POST$/,
    path: /\/tokenreviews$/,
    asks: ({ from, to }) => `${from} asks ${to} to review the JWT`,
    answers: ({ to, responseBody }) =>
      at(responseBody, 'status', 'authenticated') === true
        ? `${to} says it belongs to ${textAt(responseBody, 'status', 'user', 'username')}`
        : `${to} says the token is not valid: ${textAt(responseBody, 'status', 'error') || 'no reason given'}`,
    refuses: ({ to, status, responseBody }) =>
      status < 400 && at(responseBody, 'status', 'authenticated') !== true
        ? textAt(responseBody, 'status', 'error') || `${to} does not recognize the token`
        : null,
  },
  {
    method: /^POST$/,
    path: /\/serviceaccounts\/(?<name>[^/]+)\/token$/,
    asks: ({ from, to, part }) => `${from} asks ${to} for a token of the ServiceAccount "${part.name}"`,
    answers: ({ to }) => `${to} issues it`,
  },
  {
    method: /^GET$/,
    path: new RegExp(`^${API}\\/namespaces\\/(?<ns>[^/]+)\\/pods\\/(?<name>[^/]+)\\/log$`),
    asks: ({ from, to, part }) => `${from} asks ${to} for the log of the Pod "${part.name}"`,
    answers: ({ to }) => `${to} returns it`,
  },
  {
    method: /^POST$/,
    path: new RegExp(`^${API}\\/(?:namespaces\\/(?<ns>[^/]+)\\/)?(?<resource>[^/]+)$`),
    asks: ({ from, to, part, requestBody }) =>
      `${from} creates the ${singular(part.resource)} "${textAt(requestBody, 'metadata', 'name') || textAt(requestBody, 'metadata', 'generateName')}" through ${to}`,
    answers: ({ to }) => `${to} accepts it`,
  },
  {
    method: /^(PUT|PATCH)$/,
    path: new RegExp(`^${API}\\/(?:namespaces\\/(?<ns>[^/]+)\\/)?(?<resource>[^/]+)\\/(?<name>[^/]+)`),
    asks: ({ from, to, part }) => `${from} changes the ${singular(part.resource)} "${part.name}" through ${to}`,
    answers: ({ to }) => `${to} accepts the change`,
  },
  {
    method: /^DELETE$/,
    path: new RegExp(`^${API}\\/(?:namespaces\\/(?<ns>[^/]+)\\/)?(?<resource>[^/]+)\\/(?<name>[^/]+)`),
    asks: ({ from, to, part }) => `${from} deletes the ${singular(part.resource)} "${part.name}" through ${to}`,
    answers: ({ to }) => `${to} deletes it`,
  },
  {
    method: /^GET$/,
    path: new RegExp(`^${API}\\/(?:namespaces\\/(?<ns>[^/]+)\\/)?(?<resource>[^/]+)(?:\\/(?<name>[^/]+))?$`),
    asks: ({ from, to, part }) =>
      part.name
        ? `${from} reads the ${singular(part.resource)} "${part.name}" from ${to}`
        : `${from} lists ${part.resource} at ${to}`,
    answers: ({ to }) => `${to} returns what it has`,
  },
];
