import { goError } from '../framework/index.ts';

const KINDS = ['disabled', 'email', 'hostname'];
const incorrect = (what: string) => goError(`cn_validations value incorrect: ${what}`);

/**
 * The kinds of names that a common name may be, in lower case.
 * @throws VaultError 500: a plain Go error in the real one too (vault: builtin/logical/pki, checkCNValidations)
 */
export const checkedValidations = (validations: readonly string[]): readonly string[] => {
  if (validations.length === 0) return ['email', 'hostname'];
  const seen: string[] = [];
  for (const validation of validations) {
    const kind = validation.toLowerCase();
    if (!KINDS.includes(kind)) throw incorrect(`unknown type: \`${validation}\``);
    if (seen.includes(kind)) throw incorrect(`\`${kind}\` specified multiple times`);
    seen.push(kind);
  }
  if (seen.includes('disabled') && seen.length > 1)
    throw incorrect('cannot specify `disabled` along with `email` or `hostname`');
  return seen;
};
