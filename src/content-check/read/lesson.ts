import type { Place } from '../../yaml/index.ts';
import type { Report } from '../message.ts';
import { type Lesson, lessonSchema } from '../schema/lesson.ts';
import { type Located, readYaml } from './yaml.ts';

/** `[text](scheme:target)` in a lesson: a term, a source, an embedded scenario or question, or a page of the site. */
export interface LessonLink {
  readonly scheme: 'scenario' | 'question' | 'ref' | 'term' | 'page';
  readonly target: string;
  readonly text: string;
  readonly place: Place;
}

export interface ReadLesson extends Located<Lesson> {
  readonly links: readonly LessonLink[];
  /** Headings of the second level, as written. */
  readonly headings: readonly { readonly text: string; readonly place: Place }[];
}

const LINK = /\[([^\]]*)\]\((?:(scenario|question|ref|term):([^)\s]*)|(\/[^)\s]*))\)/g;

/** Links and headings of Markdown outside code. */
const scan = (lines: readonly string[], first: number): Pick<ReadLesson, 'links' | 'headings'> => {
  const links: LessonLink[] = [];
  const headings: { text: string; place: Place }[] = [];
  let fence: string | null = null;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i]!;
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === null ? mark : line.trim() === fence ? null : fence;
    if (mark !== undefined || fence !== null) continue;
    const heading = /^##\s+(.*?)\s*$/.exec(line);
    if (heading !== null) headings.push({ text: heading[1]!, place: { line: i + 1, column: 1 } });
    const prose = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
    for (const match of prose.matchAll(LINK)) {
      const scheme = (match[2] ?? 'page') as LessonLink['scheme'];
      const target = match[3] ?? match[4] ?? '';
      const column = match.index + match[0].lastIndexOf(target) + 1;
      links.push({ scheme, target, text: match[1]!, place: { line: i + 1, column } });
    }
  }
  return { links, headings };
};

/** Reads a lesson: front matter against its schema, and what its text points at. */
export const readLesson = (file: string, source: string, report: Report): ReadLesson | null => {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  if (end < 0) {
    report.error(
      'lesson/front-matter',
      { line: 1, column: 1 },
      'The file does not begin with front matter.',
      'Begin with `---`, the fields, and `---`.',
    );
    return null;
  }
  // The opening line stays as an empty one, so that lines of the front matter are lines of the file.
  const located = readYaml(file, ['', ...lines.slice(1, end), ''].join('\n'), lessonSchema, report);
  return located === null ? null : { ...located, ...scan(lines, end + 1) };
};
