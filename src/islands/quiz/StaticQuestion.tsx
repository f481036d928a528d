import type { ServedQuestion } from '../../quiz/served.ts';
import { questionTypes } from '../../quiz/types/index.ts';
import { questionViews } from '../../quiz/types/views.ts';
import { QuestionFrame } from './QuestionFrame.tsx';
import { placeOf } from './QuestionPage.tsx';

/** A question to be read, made at build time: it knows all kinds, so it must not be sent to a browser. */
export const StaticQuestion = ({ asked }: { asked: ServedQuestion }) => {
  const type = questionTypes.find(asked.type);
  const view = questionViews[asked.type];
  if (type === undefined || view === undefined) return null;
  return <QuestionFrame asked={asked} full={null} kind={{ type, view }} number={placeOf(asked)} titled={false} />;
};
