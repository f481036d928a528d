/** One line of a difference. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Lines beyond which a difference is shown as all removed, all added: nobody reads it line by line. */
const MOST = 1_500;

/** The longest common run of lines, by the usual table. */
const middle = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      table[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [b, a] = [before[i], after[j]];
    if (b !== undefined && b === a) {
      lines.push({ kind: 'same', text: b });
      i++;
      j++;
    } else if (b !== undefined && (a === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: b });
      i++;
    } else {
      lines.push({ kind: 'added', text: a ?? '' });
      j++;
    }
  }
  return lines;
};

/** What of two lists of lines is common, and what is not, in order. */
export const difference = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  const same = (text: string): DiffLine => ({ kind: 'same', text });
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [b, a] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const between =
    b.length > MOST || a.length > MOST
      ? [
          ...b.map((text): DiffLine => ({ kind: 'removed', text })),
          ...a.map((text): DiffLine => ({ kind: 'added', text })),
        ]
      : middle(b, a);
  return [...before.slice(0, start).map(same), ...between, ...before.slice(before.length - end).map(same)];
};

/** The changed lines with a few around them; null stands for lines left out. */
export const hunks = (lines: readonly DiffLine[], around = 3): (DiffLine | null)[] => {
  const near = lines.map((_, i) => lines.slice(Math.max(0, i - around), i + around + 1).some((l) => l.kind !== 'same'));
  return lines.flatMap((line, i) => (near[i] ? [line] : near[i - 1] === false ? [] : [null]));
};
