/** Who asks. */
export interface User {
  readonly name: string;
  readonly uid: string;
  readonly groups: readonly string[];
  readonly extra: Readonly<Record<string, readonly string[]>>;
}

/** Who sends no credential. */
export const ANONYMOUS: User = { name: 'system:anonymous', uid: '', groups: ['system:unauthenticated'], extra: {} };

/** Every authenticated caller is in this group, added last. */
export const AUTHENTICATED = 'system:authenticated';

/** Members of this group may do anything. */
export const SUPERUSERS = 'system:masters';

/** Username of a ServiceAccount. */
export const serviceAccountUser = (namespace: string, name: string): string =>
  `system:serviceaccount:${namespace}:${name}`;

/** Groups of a ServiceAccount, without `system:authenticated`. */
export const serviceAccountGroups = (namespace: string): string[] => [
  'system:serviceaccounts',
  `system:serviceaccounts:${namespace}`,
];

/** `UserInfo` as TokenReview and AdmissionReview write it. */
export const userInfo = (user: User): object => ({
  ...(user.name !== '' && { username: user.name }),
  ...(user.uid !== '' && { uid: user.uid }),
  ...(user.groups.length > 0 && { groups: user.groups }),
  ...(Object.keys(user.extra).length > 0 && { extra: user.extra }),
});
