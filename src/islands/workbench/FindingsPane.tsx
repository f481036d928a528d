import type { Edit, Finding } from '../../rules/index.ts';
import { Icon, type IconName } from '../shared/Icon.tsx';

interface Props {
  findings: readonly Finding[];
  files: Readonly<Record<string, string>>;
  onGo: (finding: Finding) => void;
  onEdit: (file: string, text: string) => void;
  applyEdits: (text: string, edits: readonly Edit[]) => string;
}

const ICONS: Readonly<Record<Finding['severity'], IconName>> = {
  error: 'circle-alert',
  warning: 'triangle-alert',
  note: 'info',
};

/** What is wrong with the files, and how to mend it. */
export const FindingsPane = ({ findings, files, onGo, onEdit, applyEdits }: Props) => {
  if (findings.length === 0) {
    return (
      <p className="wb-empty">
        <Icon name="check" /> No findings in these files.
      </p>
    );
  }
  return (
    <ul className="wb-findings">
      {findings.map((f) => (
        <li key={`${f.rule} ${f.file} ${f.span.start.line} ${f.span.start.column} ${f.message}`} className={f.severity}>
          <p>
            <Icon name={ICONS[f.severity]} /> <span className="visually-hidden">{f.severity}: </span>
            <button type="button" className="wb-row" onClick={() => onGo(f)}>
              {f.file}:{f.span.start.line}
            </button>{' '}
            {f.message}
          </p>
          <details>
            <summary>Why</summary>
            <p>{f.why}</p>
            <div className="wb-examples">
              <figure>
                <figcaption>Wrong</figcaption>
                <pre>{f.wrong}</pre>
              </figure>
              <figure>
                <figcaption>Right</figcaption>
                <pre>{f.right}</pre>
              </figure>
            </div>
            <p className="soft">Source: {f.source}</p>
          </details>
          {f.fix && (
            <button
              type="button"
              onClick={() => {
                for (const file of new Set(f.fix?.edits.map((e) => e.file))) {
                  onEdit(file, applyEdits(files[file] ?? '', f.fix?.edits.filter((e) => e.file === file) ?? []));
                }
              }}
            >
              {f.fix.title}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};
