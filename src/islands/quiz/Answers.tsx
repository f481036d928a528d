import { RichText } from '../../quiz/rich/view.tsx';
import type { Score } from '../../quiz/score/score.ts';
import type { ServedQuestion } from '../../quiz/served.ts';
import type { Shown } from '../../quiz/types/shown.ts';
import { RunLink } from './RunLink.tsx';
import { useLab } from './use-lab.ts';

interface Props {
  name: string;
  kind: Shown;
  asked: ServedQuestion;
  full: ServedQuestion | null;
  /** In the order of display. */
  body: unknown;
  response: unknown;
  change: (response: unknown) => void;
  score: Score | null;
  alive: boolean;
}

/** The stem and what there is to answer, as the kind of question shows it. */
export const Answers = ({ name, kind: { type, view }, asked, full, body, response, change, score, alive }: Props) => {
  const standing = useLab(asked);
  const props = {
    name,
    body,
    response,
    change,
    score,
    run: (part: string) => (full?.runs.includes(part) === true ? <RunLink question={asked.id} part={part} /> : null),
    lab: (id: string) => (asked.lab?.id === id ? standing : null),
  };
  const inText = view.gap !== undefined;
  return (
    <fieldset
      className="asked"
      disabled={!alive}
      {...(inText ? { 'aria-label': asked.title } : { 'aria-labelledby': `${name}-stem` })}
      data-kind={type.name}
    >
      <div className="stem" id={`${name}-stem`}>
        <RichText
          text={view.stem?.(body, asked.stem) ?? asked.stem}
          {...(inText ? { gap: (id: string) => view.gap?.(props, id) } : {})}
        />
      </div>
      {view.render(props)}
    </fieldset>
  );
};
