import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { NO_GAPS, readBlocks } from '../quiz/rich/mdast.ts';
import type { Rich } from '../quiz/rich/types.ts';

/**
 * Markdown that stands inside other content, as formatted text.
 * @throws Error for what running text does not have, such as headings and HTML
 */
export const readMarkdown = (text: string): Rich =>
  readBlocks(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children, {
    gaps: NO_GAPS,
    unsupported: (_, what) => {
      throw new Error(`Markdown of a lab has ${what}: write paragraphs, lists, code and tables.`);
    },
  });
