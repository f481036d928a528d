import { difference, hunks } from './difference.ts';

interface Props {
  before: readonly string[];
  after: readonly string[];
}

const MARK = { added: '+', removed: '−', same: ' ' } as const;

/** What changed, line by line; each line says by a sign what became of it. */
export const Difference = ({ before, after }: Props) => (
  <pre className="wb-diff">
    {hunks(difference(before, after)).map((line, i) =>
      line === null ? (
        <span key={String(i)} className="gap">
          …{'\n'}
        </span>
      ) : (
        <span key={String(i)} className={line.kind}>
          {MARK[line.kind]} {line.text}
          {'\n'}
        </span>
      ),
    )}
  </pre>
);
