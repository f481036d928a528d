import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part, sameJson } from '../api/object.ts';
import { type Kind, keepStatusCountGeneration } from './kind.ts';

/** What a CustomResourceDefinition says of a kind, as far as it differs from one to the next. */
export interface CustomKind {
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames?: readonly string[];
  readonly group: string;
  readonly version: string;
  readonly hasStatus?: boolean;
}

const reset = (object: KubeObject): void => {
  object.metadata.generation = 1;
};

/** A namespaced kind that is served only while its CustomResourceDefinition is in the cluster. */
export const customKind = (definition: CustomKind): Kind => ({
  ...definition,
  namespaced: true,
  custom: true,
  names: dnsSubdomain,
  prepareCreate: (object) => {
    reset(object);
    if (definition.hasStatus) delete object.status;
  },
  prepareUpdate: (next, old) => {
    if (definition.hasStatus) keepStatusCountGeneration(next, old, !sameJson(part(next, 'spec'), part(old, 'spec')));
  },
  returnsDeleted: true,
});
