import { useEffect, useMemo, useState } from 'react';
import { assemble } from '../../../exam/assembly/assemble.ts';
import { readRecipe } from '../../../exam/link.ts';
import { RichText } from '../../../quiz/rich/view.tsx';
import type { ExamData } from '../../../site/exams.ts';
import { href } from '../../../site/href.ts';
import { type LoadedQuestions, loadQuestions } from '../load.ts';
import { useHash } from '../use-hash.ts';
import { counted } from '../words.ts';
import { PaperItem, PaperKey } from './PaperItem.tsx';

interface Props {
  data: ExamData;
}

/** An exam of a link on paper, in the same order as on the screen, with its key on a page of its own. */
export const PaperExam = ({ data }: Props) => {
  const [hash] = useHash();
  const [withKey, setWithKey] = useState(false);
  const [questions, setQuestions] = useState<LoadedQuestions | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const recipe = useMemo(
    () =>
      readRecipe(
        hash,
        data.items.map(({ id }) => id),
        data.bank,
      ),
    [hash, data],
  );
  const form = data.forms.find(({ id }) => id === recipe?.blueprint) ?? null;
  const drawn = useMemo(
    () => (recipe === null || form === null ? null : assemble(form, data.items, recipe.seed, new Set(recipe.resting))),
    [recipe, form, data],
  );
  useEffect(() => {
    if (drawn?.ok !== true) return;
    let gone = false;
    loadQuestions(drawn.items.map(({ id }) => id)).then(
      (loaded) => !gone && setQuestions(loaded),
      (error: unknown) => !gone && setProblem(`The items could not be loaded (${String(error)}). Reload the page.`),
    );
    return () => {
      gone = true;
    };
  }, [drawn]);

  if (problem !== null) return <p className="notice">{problem}</p>;
  if (recipe === null || form === null || drawn?.ok !== true)
    return (
      <p className="notice">
        {drawn?.ok === false
          ? `This exam cannot be drawn. ${drawn.lacks[0]?.text ?? ''}`
          : 'This page prints an exam with a seed. Give one a seed first.'}{' '}
        <a href={href('/exam/')}>All exams</a>
      </p>
    );
  if (questions === null) return <p className="soft">Loading the items.</p>;
  const asked = drawn.items.flatMap(({ id }) => questions.get(id) ?? []);
  return (
    <>
      <p>
        <b>{form.title}</b>, seed “{recipe.seed}”: {counted(asked.length, 'item')}, {form.minutes} min.
      </p>
      {recipe.bank !== data.bank && (
        <p className="notice">
          The link was made with another version of the question bank ({recipe.bank}; here it is {data.bank}). The items
          below can be others.
        </p>
      )}
      <p className="paper-tools no-print">
        <label>
          <input type="checkbox" checked={withKey} onChange={(event) => setWithKey(event.target.checked)} /> With key
        </label>
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </p>
      <p className="name-line" aria-hidden="true">
        <span>Name</span>
        <span>Date</span>
      </p>
      <div className="sheet">
        {asked.map((loaded, i) => {
          const { id, situation } = loaded.question;
          const first = situation !== null && asked[i - 1]?.question.situation?.title !== situation.title;
          return (
            <section className="paper-group" key={id}>
              {first && (
                <div className="situation">
                  <h2>{situation.title}</h2>
                  <RichText text={situation.text} />
                </div>
              )}
              <PaperItem loaded={loaded} seed={recipe.seed} number={i + 1} />
            </section>
          );
        })}
      </div>
      {withKey && (
        <section className="paper-key" aria-labelledby="key">
          <h2 id="key">Key</h2>
          <dl>
            {asked.map((loaded, i) => (
              <PaperKey key={loaded.question.id} loaded={loaded} seed={recipe.seed} number={i + 1} />
            ))}
          </dl>
        </section>
      )}
    </>
  );
};
