import type { Change } from '../../labs/diff.ts';

interface Props {
  changes: readonly Change[];
  /** What is said when nothing differs. */
  none: string;
}

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
const WORDS = { same: '', added: 'added: ', removed: 'removed: ' } as const;
const KINDS = { changed: '', added: ' (new)', removed: ' (gone)' } as const;

/** Files that differ, line by line. */
export const Changes = ({ changes, none }: Props) =>
  changes.length === 0 ? (
    <p className="soft">{none}</p>
  ) : (
    changes.map(({ file, kind, lines }) => (
      <figure key={file} className="lab-diff">
        <figcaption>
          {file}
          {KINDS[kind]}
        </figcaption>
        <section className="lab-lines" tabIndex={0} aria-label={`Changes of ${file}`}>
          {lines.map((line, i) => (
            <div key={String(i)} className={line.kind}>
              <span aria-hidden="true">{SIGNS[line.kind]}</span>
              <span className="visually-hidden">{WORDS[line.kind]}</span>
              <code>{line.text}</code>
            </div>
          ))}
        </section>
      </figure>
    ))
  );
