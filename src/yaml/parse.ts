import { parseEvents } from 'js-yaml';
import { documentOf, type YamlDocument } from './document.ts';
import { readKubernetesScalar } from './kubernetes.ts';
import { locator } from './place.ts';
import { type Problem, syntaxProblem } from './problem.ts';
import { readCoreScalar } from './scalar.ts';
import { buildTrees } from './tree.ts';

export interface ParsedYaml {
  /** All documents of the text; empty when it is not valid YAML. */
  readonly documents: readonly YamlDocument[];
  /** What is wrong, in reading order. Syntax errors come alone: the parser stops at the first. */
  readonly problems: readonly Problem[];
}

export interface YamlOptions {
  /** `core`: YAML 1.2, for our own files. `kubernetes`: as the API server reads manifests, with `<<` merges. */
  readonly schema: 'core' | 'kubernetes';
}

/**
 * Reads a YAML text with positions. It never throws.
 * @param source the text; line ends of any system
 */
export const parseYaml = (source: string, options: YamlOptions = { schema: 'core' }): ParsedYaml => {
  const locate = locator(source);
  const problems: Problem[] = [];
  try {
    const kubernetes = options.schema === 'kubernetes';
    const roots = buildTrees(parseEvents(source, {}), {
      source,
      locate,
      merge: kubernetes,
      readScalar: kubernetes ? readKubernetesScalar : readCoreScalar,
      report: (problem) => problems.push(problem),
    });
    return { documents: roots.map((root) => documentOf(root, locate, 0)), problems };
  } catch (error) {
    return { documents: [], problems: [syntaxProblem(error, source, locate)] };
  }
};
