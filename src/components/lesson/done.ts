import { hasDocument } from '../../progress/known.ts';

/** The document's code comes when there is something to read or to keep: a first visit does without it. */
const light = () => import('../../progress/light.ts');

const lessonDone = async (): Promise<ReadonlySet<string>> =>
  (await hasDocument()) ? (await light()).lessonDone() : new Set();

const WORD = 'done';

/** Mark what stands for a lesson (`data-lesson`) where the learner's progress says it is done. */
export const markDone = async (root: ParentNode): Promise<void> => {
  const done = await lessonDone();
  for (const place of root.querySelectorAll<HTMLElement>('[data-lesson]'))
    show(place, done.has(place.dataset.lesson ?? ''));
};

const show = (place: HTMLElement, done: boolean): void => {
  place.classList.toggle('done', done);
  const mark = place.querySelector('.done-mark');
  if (!done) mark?.remove();
  if (!done || mark !== null) return;
  const word = document.createElement('span');
  word.className = 'done-mark';
  word.textContent = WORD;
  place.querySelector('.number')?.append(' ', word);
};

/** Let the reader say that a lesson is done, and take it back. Without this script the button is not there. */
export const finishing = (place: HTMLElement | null): void => {
  const button = place?.querySelector('button');
  const label = button?.querySelector('span');
  const say = place?.querySelector('[role=status]');
  const lesson = place?.dataset.finish;
  if (!place || !button || !label || !say || lesson === undefined) return;
  const draw = (done: boolean): void => {
    button.setAttribute('aria-pressed', String(done));
    label.textContent = done ? 'Done' : 'Mark as done';
  };
  void lessonDone().then((done) => {
    draw(done.has(lesson));
    place.hidden = false;
  });
  button.addEventListener('click', async () => {
    const done = button.getAttribute('aria-pressed') !== 'true';
    draw(done);
    const { markLesson } = await light();
    const trouble = await markLesson(lesson, done);
    say.textContent = trouble ?? (done ? 'Kept in this browser. Press again to take it back.' : '');
    await markDone(document);
  });
};
