/**
 * The longest block of ids that stand one after another in both orders.
 * @returns where it starts in `given`, and its length
 */
export const longestCommonRun = (
  given: readonly string[],
  right: readonly string[],
): { readonly start: number; readonly length: number } => {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < given.length; start++) {
    const first = right.indexOf(given[start]!);
    if (first < 0) continue;
    let length = 1;
    while (start + length < given.length && given[start + length] === right[first + length]) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
};
