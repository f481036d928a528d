import { header } from '../../kernel/index.ts';
import { authorize } from '../authz/rbac.ts';
import { refusal } from '../authz/refusal.ts';
import type { ApiRequest } from '../server/request.ts';
import type { ApiState } from '../server/state.ts';
import { AUTHENTICATED, serviceAccountGroups, type User } from './user.ts';

const ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/**
 * Whoever the headers `Impersonate-User` and `Impersonate-Group` name, if the caller may act for them
 * (apiserver: pkg/endpoints/filters/impersonation.go). @throws StatusError 403
 */
export const impersonated = (state: ApiState, user: User, request: ApiRequest): User => {
  const name = header(request.headers, 'impersonate-user');
  if (name === undefined || name === '') return user;
  const groups = (header(request.headers, 'impersonate-group') ?? '')
    .split(',')
    .map((g) => g.trim())
    .filter((g) => g !== '');
  const account = ACCOUNT.exec(name);
  const targets = [
    account
      ? { resource: 'serviceaccounts', namespace: account[1] ?? '', name: account[2] ?? '' }
      : { resource: 'users', namespace: '', name },
    ...groups.map((group) => ({ resource: 'groups', namespace: '', name: group })),
  ];
  for (const target of targets) {
    const attributes = { user, verb: 'impersonate', isResource: true, group: '', path: '', ...target };
    const { allowed, reason } = authorize(state.store, attributes);
    if (!allowed) throw refusal(attributes, reason);
  }
  const own = groups.length === 0 && account ? serviceAccountGroups(account[1] ?? '') : groups;
  const anonymous = name === 'system:anonymous';
  return { name, uid: '', groups: [...own, anonymous ? 'system:unauthenticated' : AUTHENTICATED], extra: {} };
};
