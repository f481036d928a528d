/** What changed between two sets of files, line by line. */

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A file that differs. Long stretches that are the same are left out, as a line `…`. */
export interface Change {
  readonly file: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly lines: readonly DiffLine[];
}

/** Lines shown around a change. */
const CONTEXT = 3;

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** The longest common subsequence, by the table of its lengths from every pair of places to the end. */
const compared = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const length = (i: number, k: number): number => lengths[i * width + k] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let k = after.length - 1; k >= 0; k--)
      lengths[i * width + k] =
        before[i] === after[k] ? length(i + 1, k + 1) + 1 : Math.max(length(i + 1, k), length(i, k + 1));
  const lines: DiffLine[] = [];
  let [i, k] = [0, 0];
  while (i < before.length || k < after.length) {
    if (i < before.length && k < after.length && before[i] === after[k]) {
      lines.push({ kind: 'same', text: before[i] ?? '' });
      i++;
      k++;
    } else if (i < before.length && (k >= after.length || length(i + 1, k) >= length(i, k + 1)))
      lines.push({ kind: 'removed', text: before[i++] ?? '' });
    else lines.push({ kind: 'added', text: after[k++] ?? '' });
  }
  return lines;
};

const abridged = (lines: readonly DiffLine[]): DiffLine[] => {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, at): DiffLine[] => {
    if (near[at]) return [line];
    return at === 0 || near[at - 1] ? [{ kind: 'same', text: '…' }] : [];
  });
};

/** The files that differ, by name; those that are the same are left out. */
export const diffOf = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((file): Change[] => {
    const [old, now] = [before[file], after[file]];
    if (old === now) return [];
    const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ file, kind, lines: abridged(compared(linesOf(old ?? ''), linesOf(now ?? ''))) }];
  });
