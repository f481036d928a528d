/** Code as HTML with classes for its parts. Classes instead of inline styles keep pages small and the CSP strict. */

type Kind = 'key' | 'string' | 'comment' | 'word' | 'number';
/** Alternatives in order of precedence; the first that matches at a place wins. */
type Grammar = readonly (readonly [Kind, RegExp])[];

const STRING = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const NUMBER = /\b\d[\d_.]*\b/y;
const TEMPLATE = /\{\{.*?\}\}/y;

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  yaml: [
    ['comment', /(?<=^|\s)#.*/my],
    ['word', TEMPLATE],
    ['key', /(?<=^[ \t]*(?:- )*|[{,]\s*)[\w./-]+(?=:(?:\s|$))/my],
    ['string', STRING],
    ['word', /(?<=:\s+|-\s+)(?:true|false|null)\b/y],
    ['number', /(?<=:\s+|-\s+)\d+\b/y],
  ],
  json: [
    ['key', /"(?:[^"\\\n]|\\.)*"(?=\s*:)/y],
    ['string', STRING],
    ['word', /\b(?:true|false|null)\b/y],
    ['number', NUMBER],
  ],
  hcl: [
    ['comment', /(?:#|\/\/).*/y],
    ['string', STRING],
    ['word', /\b(?:path|capabilities|true|false)\b/y],
    ['number', NUMBER],
  ],
  http: [
    ['word', /(?<=^|URL: )(?:GET|PUT|POST|DELETE|LIST)\b/my],
    ['key', /(?<=^)[\w-]+(?=: )|"(?:[^"\\\n]|\\.)*"(?=\s*:)/my],
    ['string', STRING],
  ],
  console: [
    ['comment', /(?<=^)\$ /my],
    ['string', STRING],
  ],
};

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * @param code as written
 * @param language of the fence; code of an unknown one comes back escaped and without classes
 */
export const highlight = (code: string, language: string): string => {
  const grammar = GRAMMARS[language];
  if (grammar === undefined) return escapeHtml(code);
  let html = '';
  let plain = '';
  for (let at = 0; at < code.length; ) {
    let length = 0;
    for (const [kind, pattern] of grammar) {
      pattern.lastIndex = at;
      const match = pattern.exec(code);
      if (match === null || match[0] === '') continue;
      html += `${escapeHtml(plain)}<span class="t-${kind}">${escapeHtml(match[0])}</span>`;
      plain = '';
      length = match[0].length;
      break;
    }
    if (length === 0) plain += code[at];
    at += Math.max(length, 1);
  }
  return html + escapeHtml(plain);
};
