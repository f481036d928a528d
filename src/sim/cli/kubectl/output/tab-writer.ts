/** Columns as Go's text/tabwriter aligns them: a cell ends with a tab, a column goes on while neighbouring lines have that cell. */

export interface TabStyle {
  readonly minWidth: number;
  readonly padding: number;
}

/** Tables of `kubectl get`. (cli-runtime: pkg/printers/tabwriter.go) */
export const TABLE: TabStyle = { minWidth: 6, padding: 3 };
/** `kubectl describe`. (kubectl: pkg/describe/describe.go, tabbedString) */
export const DESCRIPTION: TabStyle = { minWidth: 0, padding: 2 };

const width = (text: string): number => [...text].length;

/** Align a text whose cells end with tabs. */
export const tabbed = (text: string, { minWidth, padding }: TabStyle): string => {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widths: number[][] = lines.map(() => []);
  const column = (from: number, to: number, index: number): void => {
    for (let start = from; start < to; start++) {
      if ((lines[start]?.length ?? 0) <= index + 1) continue;
      let end = start;
      let widest = minWidth;
      while (end < to && (lines[end]?.length ?? 0) > index + 1) {
        widest = Math.max(widest, width(lines[end]?.[index] ?? '') + padding);
        end++;
      }
      for (let i = start; i < end; i++) {
        const row = widths[i];
        if (row) row[index] = widest;
      }
      column(start, end, index + 1);
      start = end - 1;
    }
  };
  column(0, lines.length, 0);
  return lines
    .map((cells, i) =>
      cells
        .map((cell, j) =>
          j === cells.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[i]?.[j] ?? 0) - width(cell))),
        )
        .join(''),
    )
    .join('\n');
};
