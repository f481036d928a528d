import type { Alias, EntityView, IdentityHooks } from '../framework/index.ts';
import { identityHooks } from '../identity/index.ts';
import type { MountEntry } from '../state/state.ts';
import { coreFor } from './mount-core.ts';
import type { Transaction } from './transaction.ts';

const hooks = identityHooks as IdentityHooks<unknown>;
const views = new WeakMap<object, Map<string, EntityView | undefined>>();

const identityMount = (tx: Transaction): MountEntry => tx.ownMount('identity/');

/** The entity as identity knows it now; `undefined` when there is none of this id (any more). */
export const entityView = (tx: Transaction, id: string): EntityView | undefined => {
  if (id === '') return undefined;
  const storage = tx.storage<object>(identityMount(tx));
  let known = views.get(storage);
  if (!known) {
    known = new Map();
    views.set(storage, known);
  }
  if (!known.has(id)) known.set(id, hooks.entity(storage, id));
  return known.get(id);
};

/** Policies that come with an entity: its own, then its groups'. (vault: identity_store_util.go) */
export const identityPolicies = (entity: EntityView | undefined): string[] => {
  if (!entity || entity.disabled) return [];
  return [...new Set([...entity.policies, ...entity.groups.flatMap((group) => group.policies)])];
};

/** Finds or makes the entity of a login. */
export const loginEntity = (
  tx: Transaction,
  mount: MountEntry,
  alias: Alias,
): { readonly entity: EntityView; readonly created: boolean } => {
  const identity = identityMount(tx);
  const known = hooks.find(tx.storage(identity), mount.accessor, alias.name) !== undefined;
  const entity = tx.mutate(identity, (storage) => hooks.login(coreFor(tx, identity), storage, mount, alias));
  return { entity, created: !known };
};

/** The mount is gone; its aliases go too, where identity says so. */
export const forgetMount = (tx: Transaction, accessor: string): void => {
  const identity = identityMount(tx);
  tx.mutate(identity, (storage) => hooks.unmounted?.(coreFor(tx, identity), storage, accessor));
};
