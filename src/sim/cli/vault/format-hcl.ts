/**
 * Layout of a policy: two blanks for each open brace, one blank around `=` but for neighbouring assignments, which are
 * aligned, one blank line between blocks. Strings and comments stay as they are.
 */
const splitStatements = (text: string): string[] => {
  const out: string[] = [];
  let line = '';
  const flush = (): void => {
    out.push(line.trim());
    line = '';
  };
  for (const m of text.matchAll(
    /"(?:\\.|[^"\\])*"|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|<<-?(\w+)\n[\s\S]*?\n\s*\1|[{}\n]|[^"#/{}\n<]+|[/<]/g,
  )) {
    const piece = m[0];
    if (piece === '\n') flush();
    else if (piece === '{') {
      line = `${line.trimEnd()} {`;
      flush();
    } else if (piece === '}') {
      if (line.trim() !== '') flush();
      line = '}';
      flush();
    } else line += /^["#/<]/.test(piece) ? piece : piece.replace(/[ \t]+/g, ' ');
  }
  flush();
  return out;
};

const assignment = /^([\w"-]+)\s*=\s*([\s\S]+)$/;

/** Lay a policy out as `vault policy fmt` does. @param text a policy that can be parsed */
export const formatHcl = (text: string): string => {
  const statements = splitStatements(text).filter((l, i, all) => l !== '' || (i > 0 && all[i - 1] !== ''));
  const lines: string[] = [];
  let depth = 0;
  let group: { key: string; value: string }[] = [];
  const flush = (): void => {
    const width = Math.max(0, ...group.map((g) => g.key.length));
    for (const { key, value } of group) lines.push(`${'  '.repeat(depth)}${key.padEnd(width)} = ${value}`);
    group = [];
  };
  for (const statement of statements) {
    const m = assignment.exec(statement);
    if (m && !statement.endsWith('{')) {
      group.push({ key: m[1] ?? '', value: (m[2] ?? '').trim() });
      continue;
    }
    flush();
    if (statement === '}') depth = Math.max(0, depth - 1);
    if (statement === '' && (lines.at(-1)?.endsWith('{') || lines.at(-1) === '')) continue;
    if (statement === '}' && lines.at(-1) === '') lines.pop();
    if (depth === 0 && statement.endsWith('{') && lines.at(-1) === '}') lines.push('');
    lines.push(statement === '' ? '' : '  '.repeat(depth) + statement);
    if (statement.endsWith('{')) depth++;
  }
  flush();
  return `${lines.join('\n').trim()}\n`;
};
