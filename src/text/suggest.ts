/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`. */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
};

/** The known name nearest to a mistyped one, or null when none is near enough to be meant. */
export const nearest = (name: string, known: Iterable<string>): string | null => {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
};

/** "Did you mean `obj`?" when a name is near, otherwise the list of what is allowed. */
export const suggestion = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known);
  return near === null ? `Write one of: ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
};
