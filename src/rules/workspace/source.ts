import {
  type Locate,
  locator,
  type ParsedYaml,
  type Place,
  parseYaml,
  type Span,
  type YamlDocument,
} from '../../yaml/index.ts';
import { remembering } from './cache.ts';

/** A document that knows the text it was read from, and where that text stands in its file. */
export interface SourceDocument extends YamlDocument {
  /** Text of this document alone; offsets of its nodes count in it. */
  readonly source: string;
  /** The place in the file of an offset of a node. */
  at(offset: number): Place;
}

/** One `---` part of a file: read by itself, so that an edit in one document leaves the others as they were. */
interface Part extends ParsedYaml {
  readonly source: string;
  readonly locate: Locate;
}

const partOf = remembering(
  (source): Part => ({ source, locate: locator(source), ...parseYaml(source, { schema: 'kubernetes' }) }),
);

/** Texts between document markers, with the number of lines before each. A marker is one wherever a line begins with it. */
const split = (text: string): { readonly source: string; readonly lines: number }[] => {
  // Directives belong to the document after their marker: rare enough to read such a file whole.
  if (/^%/m.test(text)) return [{ source: text, lines: 0 }];
  const parts: { source: string; lines: number }[] = [];
  let from = 0;
  let lines = 0;
  for (const match of text.matchAll(/^---(?=[ \t\r\n]|$)/gm)) {
    if (match.index === 0) continue;
    const source = text.slice(from, match.index);
    parts.push({ source, lines });
    lines += source.split('\n').length - 1;
    from = match.index;
  }
  return [...parts, { source: text.slice(from), lines }];
};

const down = (place: Place, lines: number): Place => ({ line: place.line + lines, column: place.column });
const spanDown = ({ start, end }: Span, lines: number): Span => ({ start: down(start, lines), end: down(end, lines) });

const placed = (document: YamlDocument, { source, locate }: Part, lines: number): SourceDocument => ({
  value: document.value,
  root: document.root,
  source,
  node: document.node,
  at: (offset) => down(locate(offset), lines),
  place: (path) => down(document.place(path), lines),
  keyPlace: (path) => down(document.keyPlace(path), lines),
  span: (path) => spanDown(document.span(path), lines),
});

/** Everything that can be read of a YAML file of several documents; a broken one does not hide the others. */
export const readYaml = (
  text: string,
): { readonly documents: readonly SourceDocument[]; readonly problems: ParsedYaml['problems'] } => {
  const parts = split(text).map(({ source, lines }) => ({ part: partOf(source), lines }));
  return {
    documents: parts.flatMap(({ part, lines }) => part.documents.map((d) => placed(d, part, lines))),
    problems: parts.flatMap(({ part, lines }) =>
      part.problems.map((problem) => ({ ...problem, place: down(problem.place, lines) })),
    ),
  };
};
