import type { Rule } from '../rule.ts';
import { yamlSyntax } from './syntax.ts';

/** Rules about YAML. A new one is a file and a line here. */
export const yamlRules: readonly Rule[] = [yamlSyntax];
