import { type Failure, failure } from '../../hcl/error.ts';
import { filtered } from '../../hcl/items.ts';
import { decodeStrings, type Node, valuesOf } from './decode.ts';

const stringsOf = (node: Node, key: string): readonly string[] => {
  const items = node.kind === 'items' || node.kind === 'object' ? node.items : [];
  return valuesOf(items, key).flatMap((value) => {
    const strings = decodeStrings(key, value);
    return Array.isArray(strings) ? strings : [];
  });
};

/** Whether an `identity` block names groups and asks for at least one approval. */
const suffices = (identity: Node): boolean => {
  const items = identity.kind === 'items' ? identity.items : [];
  const approvals = filtered(items, 'approvals').at(-1)?.value;
  const count = approvals?.kind === 'literal' ? Number(approvals.token.text.replaceAll('"', '')) : 0;
  return count > 0 && [...stringsOf(identity, 'group_ids'), ...stringsOf(identity, 'group_names')].length > 0;
};

/**
 * A stanza's `control_group`: an Enterprise feature that every Vault parses and none but Enterprise heeds.
 * @param groups its values in the stanza
 * @param capabilities names the stanza grants
 * @returns Vault's complaint (vault: policy.go, parsePaths), or undefined
 */
export function checkControlGroup(groups: readonly Node[], capabilities: readonly string[]): Failure | undefined {
  if (groups.length === 0) return undefined;
  const factors = groups
    .flatMap((group) => (group.kind === 'items' ? filtered(group.items, 'factor') : []))
    .map(({ value }) => (value.kind === 'object' ? value : undefined));
  for (const factor of factors) {
    const identity = valuesOf(factor?.items ?? [], 'identity')[0];
    if (factor === undefined || identity === undefined) return failure('no control_group factor provided');
    if (!suffices(identity)) return failure('must provide more than one identity group and approvals > 0');
    if (stringsOf(factor, 'controlled_capabilities').some((name) => !capabilities.includes(name))) {
      return failure("control group factor capabilities must be a subset of the policy's capabilities");
    }
  }
  return factors.length === 0 ? failure('no control group factors provided') : undefined;
}
