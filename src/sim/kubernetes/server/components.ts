import { SUPERUSERS } from '../authn/user.ts';
import type { StaticToken } from './settings.ts';

/** Static credentials: the administrator's, and those of the cluster's own parts. */

/** The administrator's token. */
export const ADMIN: StaticToken = { token: 'admin-token', user: 'admin', uid: 'admin', groups: [SUPERUSERS] };

/** Credential of a part of the cluster, by its username. */
export const componentToken = (user: string): string => `${user.replace('system:', '').replace(':', '-')}-credential`;

/** User of the controllers. */
export const CONTROLLER_MANAGER = 'system:kube-controller-manager';
/** User of the scheduler. */
export const SCHEDULER = 'system:kube-scheduler';
/** User of a node's kubelet. */
export const kubeletUser = (node: string): string => `system:node:${node}`;

/** Tokens of all parts of a cluster with these nodes. */
export const componentTokens = (nodes: readonly string[]): StaticToken[] => [
  ...[CONTROLLER_MANAGER, SCHEDULER].map((user) => ({ token: componentToken(user), user, uid: '', groups: [] })),
  ...nodes.map((node) => ({
    token: componentToken(kubeletUser(node)),
    user: kubeletUser(node),
    uid: '',
    groups: ['system:nodes'],
  })),
];
