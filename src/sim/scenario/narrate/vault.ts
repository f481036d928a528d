import { at, type Narrator, spoken, textAt } from './narrator.ts';

/** Exchanges with Vault. */
export const vaultNarrators: readonly Narrator[] = [
  {
    method: /^(PUT|POST)$/,
    path: /^\/v1\/auth\/(?<mount>.+)\/login$/,
    asks: ({ from, to, part, requestBody }) =>
      `${from} logs in to ${to} at auth/${part.mount} with the role "${textAt(requestBody, 'role')}" and the JWT of its ServiceAccount`,
    answers: ({ to, responseBody }) => {
      const policies = at(responseBody, 'auth', 'policies');
      const ttl = Number(at(responseBody, 'auth', 'lease_duration') ?? 0);
      return `${to} issues a token with the policies ${Array.isArray(policies) ? policies.join(', ') : 'unknown'}, valid for ${spoken(ttl)}`;
    },
  },
  {
    method: /^(PUT|POST)$/,
    path: /^\/v1\/auth\/token\/renew-self$/,
    asks: ({ from, to }) => `${from} asks ${to} to renew its token`,
    answers: ({ to, responseBody }) =>
      `${to} renews it for ${spoken(Number(at(responseBody, 'auth', 'lease_duration') ?? 0))}`,
  },
  {
    method: /^(PUT|POST)$/,
    path: /^\/v1\/auth\/token\/revoke-self$/,
    asks: ({ from, to }) => `${from} asks ${to} to revoke its token`,
    answers: ({ to }) => `${to} revokes it, with its leases`,
  },
  {
    method: /^GET$/,
    path: /^\/v1\/auth\/token\/lookup-self$/,
    asks: ({ from, to }) => `${from} asks ${to} about its own token`,
    answers: ({ to, responseBody }) => `${to} says it has ${spoken(Number(at(responseBody, 'data', 'ttl') ?? 0))} left`,
  },
  {
    method: /^GET$/,
    path: /^\/v1\/sys\/health$/,
    asks: ({ from, to }) => `${from} asks whether ${to} is up`,
    answers: ({ to, responseBody }) =>
      `${to} says it is ${at(responseBody, 'sealed') === true ? 'sealed' : `unsealed, version ${textAt(responseBody, 'version')}`}`,
  },
  {
    method: /^GET$/,
    path: /^\/v1\/sys\/internal\/ui\/mounts\/(?<path>.+)$/,
    asks: ({ from, to, part }) => `${from} asks ${to} which engine serves ${part.path}`,
    answers: ({ to, responseBody }) => {
      const version = textAt(responseBody, 'data', 'options', 'version');
      return `${to} says ${textAt(responseBody, 'data', 'type') || 'an engine'}${version ? ` version ${version}` : ''} at ${textAt(responseBody, 'data', 'path')}`;
    },
  },
  {
    method: /^(PUT|POST)$/,
    path: /^\/v1\/sys\/(?:auth|mounts)\/(?<path>.+)$/,
    asks: ({ from, to, part, requestBody }) =>
      `${from} tells ${to} to enable ${textAt(requestBody, 'type') || 'an engine'} at ${part.path}`,
    answers: ({ to }) => `${to} enables it`,
  },
  {
    method: /^(PUT|POST)$/,
    path: /^\/v1\/sys\/polic(?:y|ies\/acl)\/(?<name>[^/]+)$/,
    asks: ({ from, to, part }) => `${from} writes the policy "${part.name}" to ${to}`,
    answers: ({ to }) => `${to} stores it`,
  },
  {
    method: /^(PUT|POST)$/,
    path: /^\/v1\/auth\/(?<mount>[^/]+)\/config$/,
    asks: ({ from, to, part }) => `${from} tells ${to} how auth/${part.mount} reaches Kubernetes`,
    answers: ({ to }) => `${to} stores the configuration`,
  },
  {
    method: /^(PUT|POST)$/,
    path: /^\/v1\/auth\/(?<mount>[^/]+)\/role\/(?<role>[^/]+)$/,
    asks: ({ from, to, part }) => `${from} writes the role "${part.role}" of auth/${part.mount} to ${to}`,
    answers: ({ to }) => `${to} stores it`,
  },
  {
    method: /^GET$/,
    path: /^\/v1\/(?<path>.+)$/,
    asks: ({ from, to, part }) => `${from} reads ${part.path} from ${to}`,
    answers: ({ to, responseBody }) => {
      const version = textAt(responseBody, 'data', 'metadata', 'version');
      const lease = Number(at(responseBody, 'lease_duration') ?? 0);
      if (version) return `${to} returns version ${version}`;
      return `${to} returns it${lease > 0 ? `, leased for ${spoken(lease)}` : ''}`;
    },
  },
  {
    method: /^(PUT|POST|PATCH)$/,
    path: /^\/v1\/(?<path>.+)$/,
    asks: ({ from, to, part }) => `${from} writes ${part.path} to ${to}`,
    answers: ({ to }) => `${to} accepts it`,
  },
  {
    method: /^DELETE$/,
    path: /^\/v1\/(?<path>.+)$/,
    asks: ({ from, to, part }) => `${from} deletes ${part.path} from ${to}`,
    answers: ({ to }) => `${to} confirms`,
  },
  {
    method: /^LIST$/,
    path: /^\/v1\/(?<path>.+)$/,
    asks: ({ from, to, part }) => `${from} lists ${part.path} in ${to}`,
    answers: ({ to }) => `${to} returns the names`,
  },
];
