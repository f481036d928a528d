/** `-o custom-columns=NAME:.metadata.name,…`. Source: kubectl: pkg/cmd/get/customcolumn.go. */
import { goJson, sorted } from '../../../go/json-write.ts';
import { failed } from '../failure.ts';
import { valuesAt } from './json-path.ts';
import { TABLE, tabbed } from './tab-writer.ts';

const shown = (value: unknown): string =>
  value === null || value === undefined ? '<nil>' : typeof value === 'string' ? value : goJson(sorted(value));

/** Objects as a table of the columns asked for. @throws KubectlFailure */
export const customColumns = (spec: string, objects: readonly unknown[], headings = true): string => {
  const columns = spec.split(',').map((part) => {
    const [header = '', path] = part.split(/:(.*)/s);
    if (path === undefined || path === '')
      throw failed(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
    return { header, path };
  });
  const cell = (path: string, object: unknown): string => {
    const values = valuesAt(path, object);
    return values.length === 0 ? '<none>' : values.map(shown).join(',');
  };
  const rows = [
    ...(headings ? [columns.map((c) => c.header)] : []),
    ...objects.map((o) => columns.map((c) => cell(c.path, o))),
  ];
  return tabbed(`${rows.map((r) => r.join('\t')).join('\n')}\n`, TABLE);
};
