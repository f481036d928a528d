import { progress } from '../shared/progress.ts';

type Files = Readonly<Record<string, string>>;

const isFiles = (value: unknown): value is Files =>
  typeof value === 'object' && value !== null && Object.values(value).every((v) => typeof v === 'string');

const placeOf = (opening: string): string => `workbench ${opening}`;

/** The files as they were left here the last time, or null. */
export const readDraft = async (opening: string): Promise<Files | null> => {
  const entries = await (await progress()).entries();
  const found = entries.findLast((e) => e.kind === 'draft' && e.place === placeOf(opening));
  return found?.kind === 'draft' && isFiles(found.value) ? found.value : null;
};

/** Milliseconds of silence after which typing is saved. */
const PAUSE = 300;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keep files for the next visit; `null` forgets them. */
export const writeDraft = (opening: string, files: Files | null): void => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    await (await progress()).add({ kind: 'draft', place: placeOf(opening), value: files });
  }, PAUSE);
};
