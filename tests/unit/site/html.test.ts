import { describe, expect, it } from 'vitest';
import { highlight } from '../../../src/site/highlight.ts';
import { href } from '../../../src/site/href.ts';
import { lessonSegments } from '../../../src/site/lesson-html.ts';

const targets = {
  href: (path: string) => href(path, '/base/'),
  reference: (key: string) => `/base/references/#${key}`,
  term: (key: string) => (key === 'role' ? 'Who may "log in"' : null),
};
const html = (source: string): string =>
  lessonSegments(source, targets)
    .map((s) => (s.kind === 'html' ? s.html : `[${s.kind} ${s.id}]`))
    .join('');

describe('links', () => {
  it('get the base path exactly once, and only where they are of this site', () => {
    expect(href('/lessons/', '/base/')).toBe('/base/lessons/');
    expect(href('/lessons/', '/')).toBe('/lessons/');
    for (const other of ['#x', 'https://example.org/', '//cdn.example.org/x'])
      expect(href(other, '/base/')).toBe(other);
  });

  it('of a lesson lead to terms, sources and pages', () => {
    expect(
      html(
        '<a href="term:role">role</a> <a href="ref:k">k</a> <a href="/lessons/x/#y">x</a> <a href="https://e.org/">e</a>',
      ),
    ).toBe(
      '<a class="term" href="/base/glossary/#role" title="Who may &quot;log in&quot;">role</a> <a href="/base/references/#k">k</a> <a href="/base/lessons/x/#y">x</a> <a href="https://e.org/">e</a>',
    );
  });
});

describe('a lesson', () => {
  it('is cut where a scenario stands alone in a paragraph, and nowhere else', () => {
    expect(html('<p>a <a href="/x/">x</a></p>\n<p><a href="scenario:working-flow">Watch</a></p>\n<p>b</p>')).toBe(
      '<p>a <a href="/base/x/">x</a></p>\n[scenario working-flow]\n<p>b</p>',
    );
  });

  it('turns alerts into notes with a title, and leaves other quotations alone', () => {
    expect(html('<blockquote>\n<p>[!CAUTION]\n<strong>E1.</strong> so</p>\n</blockquote>')).toContain(
      'Correction of the article</p><p><strong><a href="/base/errata/#E1">E1</a>.</strong> so</p>',
    );
    expect(html('<blockquote>\n<p>said</p>\n</blockquote>')).toBe('<blockquote>\n<p>said</p>\n</blockquote>');
  });

  it('shows code as written, whatever it contains', () => {
    const code = 'path "kv/data/*" { capabilities = ["read"] } # <role> & {{ .Data }}';
    const escaped = code
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    const text = html(`<pre><code class="language-hcl">${escaped}\n</code></pre>`)
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(text).toBe(code);
  });
});

describe('highlighting', () => {
  it('tells keys, text, words and comments of YAML apart', () => {
    expect(highlight('a: "x" # c\nb: true', 'yaml')).toBe(
      '<span class="t-key">a</span>: <span class="t-string">&quot;x&quot;</span> <span class="t-comment"># c</span>\n<span class="t-key">b</span>: <span class="t-word">true</span>',
    );
  });
});
