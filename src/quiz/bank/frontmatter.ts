import { suggestion } from '../../text/suggest.ts';
import { parseYaml } from '../../yaml/index.ts';
import type { Place } from '../message.ts';
import type { Reference } from './bank.ts';
import type { Reporter } from './reporter.ts';
import type { Source } from './source.ts';

/** The head of a bank. `defaults` hold attributes that questions may leave out, still as text. */
export interface FrontMatter {
  readonly bank: string;
  readonly title: string;
  readonly exam: string;
  readonly license: string;
  readonly defaults: Readonly<Record<string, string>>;
  readonly refs: Readonly<Record<string, Reference>>;
  readonly top: Readonly<Record<string, Place>>;
}

const KEYS = ['bank', 'title', 'exam', 'license', 'defaults', 'refs'];
const REF_KEYS = ['title', 'url', 'verified', 'vault'];
const START: Place = { line: 1, column: 1 };

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A scalar as its author wrote it; YAML's own reading of dates is undone. */
const scalar = (value: unknown): string | null => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};

/** The place of a key by its text: the front matter is short, and YAML's tree carries no positions. */
const findKey = (text: string, line: number, key: string): Place => {
  const lines = text.split('\n');
  const i = lines.findIndex((l) => new RegExp(`(^|[\\s{,])["']?${key.replace(/[^\w-]/g, '.')}["']?\\s*:`).test(l));
  return i < 0 ? START : { line: line + i, column: Math.max(0, lines[i]!.indexOf(key)) + 1 };
};

const readReference = (key: string, value: unknown, place: Place, report: Reporter): Reference | null => {
  if (!isMapping(value)) {
    report.error(
      'read/refs',
      place,
      `The reference \`${key}\` is not a mapping.`,
      `Write \`${key}: {title: "…", url: "https://…"}\`.`,
    );
    return null;
  }
  for (const name of Object.keys(value)) {
    if (!REF_KEYS.includes(name))
      report.error(
        'read/refs',
        place,
        `The reference \`${key}\` has an unknown key \`${name}\`.`,
        suggestion(name, REF_KEYS),
      );
  }
  const title = scalar(value.title);
  const url = scalar(value.url);
  if (title === null) report.error('read/refs', place, `The reference \`${key}\` has no title.`, 'Add `title: "…"`.');
  if (url === null || !/^https?:\/\/\S+$/.test(url)) {
    report.error('read/refs', place, `The reference \`${key}\` has no address.`, 'Add `url: "https://…"`.');
  }
  const verified = scalar(value.verified);
  if (verified !== null && !/^\d{4}-\d{2}-\d{2}$/.test(verified)) {
    report.error('read/refs', place, `\`verified: ${verified}\` is not a day.`, 'Write it as `2026-11-01`.');
  }
  return { title: title ?? key, url: url ?? '', verified, vault: scalar(value.vault) };
};

const readMapping = (source: NonNullable<Source['frontMatter']>, report: Reporter): Mapping | null => {
  const { documents, problems } = parseYaml(source.text, { schema: 'core' });
  const [problem] = problems;
  if (problem) {
    const place = { line: source.line - 1 + problem.place.line, column: problem.place.column };
    report.error('read/front-matter', place, `The front matter is not valid YAML. ${problem.text}`, problem.remedy);
    return null;
  }
  const value = documents[0]?.value;
  if (isMapping(value)) return value;
  report.error(
    'read/front-matter',
    { line: source.line, column: 1 },
    'The front matter is not a list of `key: value` lines.',
    'Start with `bank: <id>`.',
  );
  return null;
};

/** Reads the YAML head of a bank; null when there is none that can be read, which is then reported. */
export const readFrontMatter = (source: Source['frontMatter'], report: Reporter): FrontMatter | null => {
  if (source === null) {
    report.error(
      'read/front-matter',
      START,
      'The file does not begin with front matter.',
      'Begin with `---`, `bank: <id>`, `title:`, `exam:`, `license:` and `---`.',
    );
    return null;
  }
  const value = readMapping(source, report);
  if (value === null) return null;
  const place = (key: string): Place => findKey(source.text, source.line, key);
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key))
      report.error(
        'read/front-matter',
        place(key),
        `Unknown key \`${key}\` in the front matter.`,
        suggestion(key, KEYS),
      );
  }
  const required = (key: string, example: string): string => {
    const text = scalar(value[key]);
    if (text === null || text === '')
      report.error('read/front-matter', START, `The front matter has no \`${key}\`.`, `Add \`${key}: ${example}\`.`);
    return text ?? '';
  };
  const refs: Record<string, Reference> = {};
  for (const [key, entry] of Object.entries(isMapping(value.refs) ? value.refs : {})) {
    const reference = readReference(key, entry, place(key), report);
    if (reference !== null) refs[key] = reference;
  }
  const defaults: Record<string, string> = {};
  for (const [key, entry] of Object.entries(isMapping(value.defaults) ? value.defaults : {})) {
    const text = Array.isArray(entry) ? entry.map(scalar).join(',') : scalar(entry);
    if (text === null)
      report.error(
        'read/front-matter',
        place(key),
        `The default \`${key}\` is not a single value.`,
        `Write \`${key}: value\`.`,
      );
    else defaults[key] = text;
  }
  const top = Object.fromEntries(
    [...KEYS, ...Object.keys(refs), ...Object.keys(defaults)].map((key) => [key, place(key)]),
  );
  return {
    bank: required('bank', 'k8s-auth-core'),
    title: required('title', 'Kubernetes auth'),
    exam: required('exam', 'vault-associate-003'),
    license: required('license', 'CC-BY-4.0'),
    defaults,
    refs,
    top,
  };
};
