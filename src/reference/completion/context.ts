/** Where in a YAML text a place is, seen by indentation alone, so that it works while the text is broken. */
export interface YamlContext {
  /** Keys that lead to the line, outermost first; list items leave no trace. */
  readonly parents: readonly string[];
  /** Text of the line before the place. */
  readonly before: string;
}

const KEY = /^(\s*(?:-\s+)*)(?:"([^"]+)"|'([^']+)'|([^\s#'"][^:#]*?))\s*:(?:\s|$)/;

/** Column at which a line's content begins, after the dashes of list items; undefined for an empty line or a comment. */
const indentOf = (line: string): number | undefined => {
  const m = /^(\s*(?:-\s+)*)[^\s#]/.exec(line);
  return m?.[1]?.length;
};

/**
 * The context of a place.
 * @param lines of the file
 * @param line from 1
 * @param column from 1
 */
export const yamlContext = (lines: readonly string[], line: number, column: number): YamlContext => {
  const text = lines[line - 1] ?? '';
  const before = text.slice(0, column - 1);
  const parents: string[] = [];
  let indent = indentOf(text) ?? before.length;
  for (let n = line - 2; n >= 0 && indent > 0; n--) {
    const above = lines[n] ?? '';
    if (/^---/.test(above)) break;
    const at = indentOf(above);
    if (at === undefined || at >= indent) continue;
    const key = KEY.exec(above);
    if (!key) continue;
    parents.unshift((key[2] ?? key[3] ?? key[4] ?? '').trim());
    // An item's first key stands behind the dash: its parent is further left than the dash.
    indent = above.includes('-') ? Math.min(at, above.search(/\S/)) : at;
  }
  return { parents, before };
};
