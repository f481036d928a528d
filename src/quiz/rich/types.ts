/**
 * The part of Markdown that questions use, as plain JSON. Views turn it into elements one to one, so no HTML string is
 * ever injected into a page and no Markdown parser is sent to a browser.
 */

export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'strong' | 'emphasis' | 'delete'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly url: string; readonly alt: string }
  | { readonly type: 'break' }
  | { readonly type: 'gap'; readonly gap: string };

/** A line run of code: literal text, or a gap to fill in. */
export type CodePart = string | { readonly gap: string };

export interface CodeBlock {
  readonly type: 'code';
  readonly lang: string | null;
  /** The file this block stands for (`file=app.yaml` behind the language), shown as a tab. */
  readonly file: string | null;
  /** Declared with `invalid-on-purpose`: the block does not parse and is meant not to. */
  readonly invalid: boolean;
  readonly parts: readonly CodePart[];
}

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | CodeBlock
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] };

/** A piece of formatted text. */
export type Rich = readonly Block[];
