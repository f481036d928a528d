import { dnsSubdomain } from '../api/names.ts';
import type { Kind } from './kind.ts';

/**
 * `apiextensions.k8s.io/v1` CustomResourceDefinition. It switches a kind on whose fields the model knows; schemas in it
 * are carried along but not read.
 */
export const customResourceDefinitions: Kind = {
  kind: 'CustomResourceDefinition',
  plural: 'customresourcedefinitions',
  singular: 'customresourcedefinition',
  shortNames: ['crd', 'crds'],
  categories: ['api-extensions'],
  group: 'apiextensions.k8s.io',
  namespaced: false,
  names: dnsSubdomain,
};
