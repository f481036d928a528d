import { KINDS, kindAt } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import { list, readFrom, type Store } from '../store/store.ts';

const DEFINITIONS = 'customresourcedefinitions.apiextensions.k8s.io';

const isServed = (store: Store, kind: Kind): boolean =>
  !kind.custom || readFrom(store, DEFINITIONS, '', `${kind.plural}.${kind.group}`) !== undefined;

/** Whether the cluster has any CustomResourceDefinition. */
export const hasDefinitions = (store: Store): boolean => list(store, DEFINITIONS, '').length > 0;

/** All kinds the server serves now: its own, and those with a CustomResourceDefinition. */
export const servedKinds = (store: Store): readonly Kind[] => KINDS.filter((kind) => isServed(store, kind));

/** The kind whose objects live at `<group>/<plural>`, if the server serves it now. */
export const servedKind = (store: Store, group: string, plural: string): Kind | undefined => {
  const kind = kindAt(group, plural);
  return kind && isServed(store, kind) ? kind : undefined;
};
