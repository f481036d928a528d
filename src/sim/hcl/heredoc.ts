/**
 * The content of a heredoc token (`<<EOT` … `EOT` and its line break). With `<<-` the indentation of the closing anchor is
 * taken off every line, provided all lines have it; if not, only the blanks before the anchor go (hcl v1: token.unindentHeredoc).
 */
export function heredocText(token: string): string {
  const firstBreak = token.indexOf('\n');
  if (firstBreak < 0) return '';
  const lines = token
    .slice(firstBreak + 1)
    .replace(/\n$/, '')
    .split('\n');
  const closing = lines.at(-1) ?? '';
  const content = lines.slice(0, -1);
  const indent = /^[\t\n\v\f\r ]*/.exec(closing)?.[0] ?? '';
  if (token[2] !== '-') return [...content, indent].join('\n');
  if (!content.every((line) => line.startsWith(indent))) return [...content, ''].join('\n');
  return [...content.map((line) => line.slice(indent.length)), ''].join('\n');
}
