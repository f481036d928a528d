import { type Core, goError, type IdentityHooks, type Mount } from '../framework/index.ts';
import type { Alias as LoginAlias } from '../framework/response.ts';
import { newAlias, newEntity, rewrite } from './entity.ts';
import { checkMetadata } from './metadata.ts';
import { aliasOf, copied, type Entity, entityByAlias, entityById, type Pairs, type Storage } from './storage.ts';
import { entityView } from './view.ts';

const same = (a: Pairs | null, b: Pairs | null): boolean => {
  const [left, right] = [a ?? {}, b ?? {}];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
};

/** The alias's metadata is that of the latest login. */
const refresh = (core: Core, entity: Entity, mount: Mount, alias: LoginAlias): void => {
  const known = aliasOf(entity, mount.accessor, alias.name);
  const metadata = alias.metadata ?? null;
  if (!known || same(known.metadata, metadata)) return;
  checkMetadata('alias', metadata);
  copied(entity);
  known.metadata = metadata;
  known.updated = core.wall;
};

/**
 * What the core asks of identity. Source: vault: identity_store.go (CreateOrFetchEntity), request_handling.go
 * (fetchEntityAndDerivedPolicies).
 */
export const identityHooks: IdentityHooks<Storage> = {
  login: (core, storage, mount, alias) => {
    if (alias.name === '') throw goError('empty alias name');
    const found = entityByAlias(storage, mount.accessor, alias.name);
    if (found) {
      refresh(core, found, mount, alias);
      return entityView(storage, found);
    }
    const entity = newEntity(core, storage);
    entity.aliases.push(newAlias(core, entity.id, mount.accessor, alias.name, { metadata: alias.metadata ?? null }));
    rewrite(core, storage, entity);
    return entityView(storage, entity);
  },
  find: (storage, mountAccessor, aliasName) => {
    const entity = entityByAlias(storage, mountAccessor, aliasName);
    return entity && entityView(storage, entity);
  },
  entity: (storage, id) => {
    const entity = entityById(storage, id);
    return entity && entityView(storage, entity);
  },
};
