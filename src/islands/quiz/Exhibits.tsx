import { useState } from 'react';
import { codeText } from '../../quiz/rich/text.ts';
import type { CodeBlock } from '../../quiz/rich/types.ts';

interface Props {
  name: string;
  files: readonly CodeBlock[];
}

const step = (key: string): number => (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);

/** The files of a situation as tabs; one file stands by itself. Without JavaScript all are shown. */
export const Exhibits = ({ name, files }: Props) => {
  const [open, setOpen] = useState(0);
  const several = files.length > 1;
  const press = (event: React.KeyboardEvent): void => {
    const by = step(event.key);
    if (by === 0) return;
    event.preventDefault();
    const next = (open + by + files.length) % files.length;
    setOpen(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className="exhibits">
      {several && (
        <div className="tabs" role="tablist" aria-label="Files" onKeyDown={press}>
          {files.map(({ file }, i) => (
            <button
              key={file}
              type="button"
              role="tab"
              id={`${name}-tab-${i}`}
              aria-selected={i === open}
              aria-controls={`${name}-file-${i}`}
              tabIndex={i === open ? 0 : -1}
              onClick={() => setOpen(i)}
            >
              {file}
            </button>
          ))}
        </div>
      )}
      {files.map((block, i) => (
        <div
          key={block.file}
          className="exhibit"
          hidden={several && i !== open}
          {...(several ? { role: 'tabpanel', id: `${name}-file-${i}`, 'aria-labelledby': `${name}-tab-${i}` } : {})}
        >
          <p className={several ? 'file-name in-tabs' : 'file-name'}>{block.file}</p>
          <pre tabIndex={0}>
            <code>{codeText(block)}</code>
          </pre>
        </div>
      ))}
    </div>
  );
};
