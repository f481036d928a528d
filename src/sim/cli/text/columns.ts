/** Columns side by side. Source: github.com/ryanuber/columnize, as Vault's command/format.go uses it. */

const GAP = 4;
const EMPTY = 'n/a';

const width = (text: string): number => [...text].length;

/**
 * Rows of cells as lines; empty cells read `n/a`, the last column is not padded.
 * @returns lines without a closing line end
 */
export const columnize = (rows: readonly (readonly string[])[]): string => {
  const cells = rows.map((row) => row.map((cell) => cell.trim() || EMPTY));
  const widths: number[] = [];
  for (const row of cells)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, width(cell));
    });
  const line = (row: readonly string[]): string =>
    row.map((c, i) => (i === row.length - 1 ? c : c + ' '.repeat((widths[i] ?? 0) - width(c) + GAP))).join('');
  return cells.map(line).join('\n');
};

/** The same with a header and dashes as long as each of its words. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  columnize([header, header.map((h) => '-'.repeat(h.length)), ...rows]);
