import { isUnicodeSpace } from './characters.ts';

/** JSON when the first character that is no space is `{`, else HCL (hcl v1: lex.go). */
export function formatOf(text: string): 'hcl' | 'json' {
  for (const character of text) {
    if (isUnicodeSpace(character.codePointAt(0)!)) continue;
    return character === '{' ? 'json' : 'hcl';
  }
  return 'hcl';
}
