import { Failure, failure } from '../../hcl/error.ts';
import { type Dialect, isFile, LENIENT, parse, STRICT } from '../../hcl/index.ts';
import { filtered } from '../../hcl/items.ts';
import { multiError } from '../framework/errors.ts';
import type { Parsed } from '../framework/policy.ts';
import type { Version } from '../versions.ts';
import { decodeString, unknownKeys, valuesOf } from './decode.ts';
import { parseStanza } from './parse-stanza.ts';
import { type Policy, settledRules } from './policy.ts';
import type { Stanza } from './rule.ts';
import { RuleIndex } from './rule-index.ts';

/** The HCL library of a release. */
export const dialectOf = (version: Version): Dialect => (version.hclListErrors ? STRICT : LENIENT);

/**
 * Reads a policy's text as Vault does (vault: policy.go, ParseACLPolicy).
 * @param name the policy's name; a `name` in the text is checked and ignored
 * @returns the policy, or the text that follows `failed to parse policy: `
 */
export function parsePolicy(name: string, text: string, version: Version): Parsed<Policy> {
  const stanzas = stanzasOf(name, text, version);
  if (stanzas instanceof Failure) return { error: stanzas.error.text };
  const rules = settledRules(stanzas);
  return {
    policy: { name, stanzas, templated: rules.length < stanzas.length, index: new RuleIndex(rules) },
  };
}

function stanzasOf(name: string, text: string, version: Version): readonly Stanza[] | Failure {
  const file = parse(text, dialectOf(version));
  if (!isFile(file)) return new Failure(file);
  const unknown = unknownKeys(file.items, ['name', 'path']);
  if (unknown.length > 0) return failure(multiError(unknown));
  for (const value of valuesOf(file.items, 'name')) {
    const named = decodeString('root.name', value);
    if (named instanceof Failure) return named;
  }
  const stanzas: Stanza[] = [];
  for (const item of filtered(file.items, 'path')) {
    const stanza = parseStanza(name, item, version);
    if (stanza instanceof Failure) return stanza;
    stanzas.push(stanza);
  }
  return stanzas;
}
