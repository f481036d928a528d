/** A unified diff of two lists of lines as Python's and Go's difflib print it: context of three, no file names. */

const CONTEXT = 3;

interface Edit {
  readonly op: ' ' | '-' | '+';
  readonly line: string;
}

/** Edits along a longest common subsequence; the common ends are cut off first, so the table stays small. */
const edits = (a: readonly string[], b: readonly string[]): Edit[] => {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const x = a.slice(start, a.length - end);
  const y = b.slice(start, b.length - end);
  const table = Array.from({ length: x.length + 1 }, () => new Array<number>(y.length + 1).fill(0));
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--) {
      const same = (table[i + 1]?.[j + 1] ?? 0) + 1;
      const other = Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
      const row = table[i];
      if (row) row[j] = x[i] === y[j] ? same : other;
    }
  const out: Edit[] = a.slice(0, start).map((line) => ({ op: ' ', line }));
  let [i, j] = [0, 0];
  let added: Edit[] = [];
  const flush = (): void => {
    out.push(...added);
    added = [];
  };
  while (i < x.length || j < y.length) {
    const [left, right] = [x[i], y[j]];
    if (left !== undefined && left === right) {
      flush();
      out.push({ op: ' ', line: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      out.push({ op: '-', line: left });
      i++;
    } else {
      added.push({ op: '+', line: right ?? '' });
      j++;
    }
  }
  flush();
  return [...out, ...a.slice(a.length - end).map((line): Edit => ({ op: ' ', line }))];
};

const range = (start: number, length: number): string =>
  length === 1 ? `${start + 1}` : `${length === 0 ? start : start + 1},${length}`;

/** @param a lines before @param b lines after @returns hunks, each line ended, `''` where nothing differs */
export const unifiedDiff = (a: readonly string[], b: readonly string[]): string => {
  const all = edits(a, b);
  const changed = all.flatMap((e, i) => (e.op === ' ' ? [] : [i]));
  let out = '';
  for (let n = 0; n < changed.length; ) {
    const first = Math.max(0, (changed[n] ?? 0) - CONTEXT);
    let last = changed[n] ?? 0;
    while (n + 1 < changed.length && (changed[n + 1] ?? 0) - last <= 2 * CONTEXT) last = changed[++n] ?? last;
    n++;
    const hunk = all.slice(first, Math.min(all.length, last + CONTEXT + 1));
    const before = all.slice(0, first);
    const count = (edits: readonly Edit[], skip: string): number => edits.filter((e) => e.op !== skip).length;
    out += `@@ -${range(count(before, '+'), count(hunk, '+'))} +${range(count(before, '-'), count(hunk, '-'))} @@\n`;
    for (const { op, line } of hunk) out += `${op}${line}\n`;
  }
  return out;
};
