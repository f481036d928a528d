import type { Ref } from 'react';
import type { Finding } from '../../rules/index.ts';
import { Editor } from '../editor/Editor.tsx';
import type { EditorHandle } from '../editor/handle.ts';

interface Props {
  files: Readonly<Record<string, string>>;
  file: string;
  findings: readonly Finding[];
  /** Lines of the open file that the chosen exchange came from. */
  lines: readonly number[];
  onFile: (name: string) => void;
  onEdit: (name: string, text: string) => void;
  onLine: (line: number) => void;
  /** Whether the rich editor may come. */
  rich: boolean;
  editor: Ref<EditorHandle>;
}

/** The learner's files: one of them open. */
export const FilesPane = ({ files, file, findings, lines, onFile, onEdit, onLine, rich, editor }: Props) => (
  <section className="wb-files" aria-label="Files">
    <div className="wb-names">
      {Object.keys(files).map((n) => {
        const count = findings.filter((f) => f.file === n && f.severity !== 'note').length;
        return (
          <button key={n} type="button" aria-pressed={file === n} onClick={() => onFile(n)}>
            {n}
            {count > 0 && (
              <span className="wb-count">
                {count}
                <span className="visually-hidden"> findings</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
    <Editor
      ref={editor}
      file={file}
      text={files[file] ?? ''}
      findings={findings}
      lines={lines}
      rich={rich}
      onChange={(text) => onEdit(file, text)}
      onLine={onLine}
    />
  </section>
);
