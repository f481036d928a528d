import { Fragment } from 'react';
import type { Block, Inline, Rich } from './types.ts';

const TAGS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

/** What stands for a gap: a field of a cloze question, or nothing but the blank. */
export type GapView = (id: string) => React.ReactNode;

const BLANK: GapView = () => <span className="gap">____</span>;

const drawInline = (node: Inline, gap: GapView): React.ReactNode => {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'code':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'gap':
      return gap(node.gap);
    case 'image':
      return <img src={node.url} alt={node.alt} />;
    case 'link':
      return /^(https?:|[/#.])/.test(node.url) ? (
        <a href={node.url}>{drawInlines(node.children, gap)}</a>
      ) : (
        drawInlines(node.children, gap)
      );
    default: {
      const Tag = TAGS[node.type];
      return <Tag>{drawInlines(node.children, gap)}</Tag>;
    }
  }
};

const keyed = <T,>(list: readonly T[], draw: (item: T) => React.ReactNode): React.ReactNode[] =>
  // Formatted text never changes its order, so its positions are its keys.
  list.map((item, i) => <Fragment key={String(i)}>{draw(item)}</Fragment>);

const drawInlines = (nodes: readonly Inline[], gap: GapView): React.ReactNode =>
  keyed(nodes, (node) => drawInline(node, gap));

const drawBlock = (block: Block, gap: GapView, phrasing: boolean): React.ReactNode => {
  switch (block.type) {
    case 'paragraph':
      return phrasing ? (
        <span className="paragraph">{drawInlines(block.children, gap)}</span>
      ) : (
        <p>{drawInlines(block.children, gap)}</p>
      );
    case 'code':
      return phrasing ? (
        <code className="block">{keyed(block.parts, (part) => (typeof part === 'string' ? part : gap(part.gap)))}</code>
      ) : (
        <pre tabIndex={0}>
          <code>{keyed(block.parts, (part) => (typeof part === 'string' ? part : gap(part.gap)))}</code>
        </pre>
      );
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul';
      return (
        <Tag>
          {keyed(block.items, (item) => (
            <li>{drawBlocks(item, gap, phrasing)}</li>
          ))}
        </Tag>
      );
    }
    case 'quote':
      return <blockquote>{drawBlocks(block.children, gap, phrasing)}</blockquote>;
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return (
        <table>
          <thead>
            <tr>
              {keyed(head, (cell) => (
                <th scope="col">{drawInlines(cell, gap)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(rows, (row) => (
              <tr>
                {keyed(row, (cell) => (
                  <td>{drawInlines(cell, gap)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
  }
};

const drawBlocks = (rich: Rich, gap: GapView, phrasing: boolean): React.ReactNode =>
  keyed(rich, (block) => drawBlock(block, gap, phrasing));

interface Props {
  text: Rich;
  /** Draw paragraphs and code as phrases: what may stand inside a label. */
  phrasing?: boolean;
  gap?: GapView;
}

/** Formatted text as elements. */
export const RichText = ({ text, phrasing = false, gap = BLANK }: Props) => <>{drawBlocks(text, gap, phrasing)}</>;
