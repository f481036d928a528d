import { quoteMarkdown } from '../rich/markdown.ts';
import type { Rich } from '../rich/types.ts';

/**
 * A list item of the bank format: its first line and what stands indented under it.
 * @param mark with its space, `- ` or `1. `; its length is the indent
 * @param blocks Markdown blocks of the item, the first on its first line
 */
export const listItem = (mark: string, blocks: readonly string[], feedback: Rich, below = ''): string => {
  const parts = [blocks.join('\n\n')];
  if (feedback.length > 0) parts.push(`\n${blocks.length > 1 ? '\n' : ''}${quoteMarkdown(feedback)}`);
  if (below !== '') parts.push(`\n\n${below}`);
  return mark + parts.join('').replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
};
