import { hasDocument } from '../../progress/known.ts';

interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly address: string;
}

const line = (text: string, address: string, name: string): HTMLElement => {
  const item = document.createElement('p');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = name;
  item.append(text, link);
  return item;
};

/**
 * Say what is due today and which lesson comes next. A first visit has nothing of either, and loads nothing.
 * @param place an empty section with a heading; it is shown when there is something to say. Its data: `lessons`, a list
 * of lessons in their order as JSON, and `review`, the address of the reviews
 */
export const showDue = async (place: HTMLElement): Promise<void> => {
  if (!(await hasDocument())) return;
  const [{ openStore, lessonsDone, inBrowser }, { due }] = await Promise.all([
    import('../../progress/index.ts'),
    import('../../review/due.ts'),
  ]);
  const store = await openStore(inBrowser);
  const entries = await store.entries();
  store.close();
  const { total } = due(entries, Date.now());
  const done = lessonsDone(entries);
  const lessons = JSON.parse(place.dataset.lessons ?? '[]') as readonly Lesson[];
  const next = lessons.find(({ id }) => !done.has(id));
  const lines = [
    ...(total > 0
      ? [line(`${total} ${total === 1 ? 'answer is' : 'answers are'} due: `, place.dataset.review ?? '', 'review them')]
      : []),
    ...(next ? [line(done.size > 0 ? 'Go on with ' : 'Begin with ', next.address, `${next.id} ${next.title}`)] : []),
  ];
  if (entries.length === 0 || lines.length === 0) return;
  place.append(...lines);
  place.hidden = false;
};
