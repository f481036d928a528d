/** Line breaks of least raggedness. Source: github.com/kr/text: wrap.go. */

/** Cost of a line that is too long. */
const OVERLONG = 100_000;

/**
 * Break a text into lines of at most `limit` characters so that the squares of the unused places are least.
 * A word longer than the limit stands on a line of its own; the last line costs nothing.
 */
export const wrapEvenly = (text: string, limit: number): string => {
  const words = text.split(/\s+/).filter((w) => w !== '');
  const n = words.length;
  if (n === 0) return '';
  const cost = new Array<number>(n).fill(Number.POSITIVE_INFINITY);
  const breaks = new Array<number>(n).fill(n);
  for (let i = n - 1; i >= 0; i--) {
    let length = -1;
    for (let j = i; j < n; j++) {
      length += 1 + [...(words[j] ?? '')].length;
      if (j === n - 1 && length <= limit) {
        cost[i] = 0;
        breaks[i] = n;
        break;
      }
      const line = length > limit && j > i ? OVERLONG + (limit - length) ** 2 : (limit - length) ** 2;
      const rest = j + 1 < n ? (cost[j + 1] ?? 0) : 0;
      if (line + rest < (cost[i] ?? 0)) {
        cost[i] = line + rest;
        breaks[i] = j + 1;
      }
      if (length > limit) break;
    }
  }
  const lines: string[] = [];
  for (let i = 0; i < n; i = breaks[i] ?? n) lines.push(words.slice(i, breaks[i]).join(' '));
  return lines.join('\n');
};

/** Wrap, then indent every line. */
export const wrapIndented = (text: string, limit: number, indent: number): string =>
  wrapEvenly(text, limit - indent)
    .split('\n')
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');
