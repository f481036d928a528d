import { highlight } from './highlight.ts';

/** A lesson's HTML cut at the places where something to do is embedded. */
export type Segment =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'scenario' | 'question'; readonly id: string; readonly text: string };

/** What a lesson's text points at, resolved by the page. */
export interface Targets {
  /** A path of the site below its base. */
  href(path: string): string;
  /** The address of a source: its own, or its entry in the list of references. */
  reference(key: string): string;
  /** What a glossary term means, for the title of its link; null for an unknown one. */
  term(key: string): string | null;
}

const KINDS: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  TIP: 'Tip',
  IMPORTANT: 'Important',
  WARNING: 'Warning',
  CAUTION: 'Correction of the article',
};

const decode = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

const LANGUAGES: Readonly<Record<string, string>> = {
  yaml: 'YAML',
  json: 'JSON',
  hcl: 'Policy (HCL)',
  http: 'HTTP',
  console: 'Console',
  text: 'Text',
};

const codeBlocks = (html: string): string =>
  html.replace(
    /<pre[^>]*><code(?: class="language-([\w-]+)")?[^>]*>([\s\S]*?)<\/code><\/pre>/g,
    (_, language: string | undefined, code: string) => {
      const lang = language === 'text' || language === undefined ? 'http' : language;
      const name = LANGUAGES[language ?? 'text'] ?? 'Code';
      return `<pre tabindex="0" role="group" aria-label="${name}"><code>${highlight(decode(code).replace(/\n$/, ''), lang)}</code></pre>`;
    },
  );

const asides = (html: string): string =>
  html.replace(/<blockquote>\s*<p>\[!([A-Z]+)\]\s*([\s\S]*?)<\/blockquote>/g, (whole, kind: string, rest: string) => {
    const title = KINDS[kind];
    if (title === undefined) return whole;
    return `<div class="aside aside-${kind.toLowerCase()}" role="note" aria-label="${title}"><p class="aside-title">${title}</p><p>${rest}</div>`;
  });

const tables = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>')
    .replace(/<th(?=[\s>])/g, '<th scope="col"');

const links = (html: string, targets: Targets): string =>
  html.replace(/<a href="(?:(term|ref):([^"]+)|(\/[^"]*))"/g, (_, scheme: string, key: string, path: string) => {
    if (scheme === 'ref') return `<a href="${targets.reference(key)}"`;
    if (scheme !== 'term') return `<a href="${targets.href(path)}"`;
    const meaning = targets.term(key);
    const title = meaning === null ? '' : ` title="${meaning.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    return `<a class="term" href="${targets.href(`/glossary/#${key}`)}"${title}`;
  });

/** `**E9.**` at the beginning of a correction leads to its entry in the errata. */
const errata = (html: string, targets: Targets): string =>
  html.replace(/<strong>([EN]\d+(?:, [EN]\d+)*)\.<\/strong>/g, (_, ids: string) => {
    const linked = ids.split(', ').map((id) => `<a href="${targets.href(`/errata/#${id}`)}">${id}</a>`);
    return `<strong>${linked.join(', ')}.</strong>`;
  });

/** A paragraph that holds nothing but a link with the scheme `scenario:` or `question:` is an embed. */
const EMBED = /<p><a href="(scenario|question):([a-z0-9-]+)">([\s\S]*?)<\/a><\/p>/g;

/**
 * Turns a lesson's rendered Markdown into what the page shows.
 * @param html as the Markdown processor gave it, without syntax highlighting
 */
export const lessonSegments = (html: string, targets: Targets): readonly Segment[] => {
  const ready = errata(links(tables(asides(codeBlocks(html))), targets), targets);
  const segments: Segment[] = [];
  let last = 0;
  for (const match of ready.matchAll(EMBED)) {
    segments.push({ kind: 'html', html: ready.slice(last, match.index) });
    segments.push({ kind: match[1] as 'scenario' | 'question', id: match[2]!, text: match[3]! });
    last = match.index + match[0].length;
  }
  segments.push({ kind: 'html', html: ready.slice(last) });
  return segments.filter((segment) => segment.kind !== 'html' || segment.html.trim() !== '');
};

/** `code` and *emphasis* of a short text from a YAML file as HTML. */
export const inlineHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*([^*\s][^*]*)\*/g, '<em>$1</em>');
