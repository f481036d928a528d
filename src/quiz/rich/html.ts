import type { Block, Inline, Rich } from './types.ts';

/** Text made safe for HTML content and double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const TAGS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

/** Inline text as HTML. Gaps become empty marked spans; links keep http, https and relative addresses only. */
export const inlineHtml = (inlines: readonly Inline[]): string =>
  inlines
    .map((node) => {
      switch (node.type) {
        case 'text':
          return escapeHtml(node.value);
        case 'code':
          return `<code>${escapeHtml(node.value)}</code>`;
        case 'break':
          return '<br>';
        case 'gap':
          return '<span class="gap">____</span>';
        case 'image':
          return `<img src="${escapeHtml(node.url)}" alt="${escapeHtml(node.alt)}">`;
        case 'link':
          return /^(https?:|[/#.])/.test(node.url)
            ? `<a href="${escapeHtml(node.url)}">${inlineHtml(node.children)}</a>`
            : inlineHtml(node.children);
        default:
          return `<${TAGS[node.type]}>${inlineHtml(node.children)}</${TAGS[node.type]}>`;
      }
    })
    .join('');

const blockHtml = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`;
    case 'code':
      return `<pre><code>${block.parts
        .map((part) => (typeof part === 'string' ? escapeHtml(part) : '<span class="gap">____</span>'))
        .join('')}</code></pre>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${richHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'quote':
      return `<blockquote>${richHtml(block.children)}</blockquote>`;
    case 'table':
      return `<table>${block.rows
        .map(
          (row, i) =>
            `<tr>${row.map((c) => (i === 0 ? `<th scope="col">${inlineHtml(c)}</th>` : `<td>${inlineHtml(c)}</td>`)).join('')}</tr>`,
        )
        .join('')}</table>`;
  }
};

/** Formatted text as HTML for static pages, print and exports. */
export const richHtml = (rich: Rich): string => rich.map(blockHtml).join('');
