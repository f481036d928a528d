export { documentOf, type Path, type YamlDocument } from './document.ts';
export { type KubernetesKind, kubernetesKind, readKubernetesScalar } from './kubernetes.ts';
export {
  keyName,
  type ListNode,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  type ScalarStyle,
  type YamlNode,
} from './node.ts';
export { type ParsedYaml, parseYaml, type YamlOptions } from './parse.ts';
export { type Locate, locator, type Place, type Span } from './place.ts';
export type { Problem } from './problem.ts';
