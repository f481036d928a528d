import { readDraft } from './draft.ts';
import type { Lab } from './lab.ts';
import { type Opening, openingOf } from './opening.ts';

const nameInAddress = (): { readonly kind: 'opening' | 'run'; readonly name: string } => {
  const query = new URLSearchParams(location.search);
  const run = query.get('run');
  if (run !== null) return { kind: 'run', name: run };
  return { kind: 'opening', name: query.get('scenario') ?? query.get('proof') ?? 'default' };
};

/** Give the page an address of its own, under which a reload finds the run again. */
export const moveTo = (run: string): void => {
  history.replaceState(null, '', `${location.pathname}?run=${run}`);
};

/** A name that no other run on this machine has. */
export const newRunName = (): string => `r${Date.now().toString(36)}`;

const fetchOpening = async (openings: string, name: string): Promise<Opening | null> => {
  // A name is a path of plain words; anything else is no name.
  if (!/^[\w-]+(?:\/[\w-]+)*$/.test(name)) return null;
  try {
    const response = await fetch(`${openings}${name}.json`);
    return response.ok ? ((await response.json()) as Opening) : null;
  } catch {
    return null;
  }
};

/** Open what a link carries. @returns the name it is kept under, or null when the address carries nothing that can be opened */
const openLink = async (lab: Lab): Promise<string | null> => {
  if (!location.hash.startsWith('#run=')) return null;
  const { fromFragment } = await import('../../share/link.ts');
  const read = await fromFragment(location.hash);
  if (read === null) return null;
  if ('problem' in read) {
    history.replaceState(null, '', location.pathname + location.search);
    lab.say({ trouble: read.problem });
    return null;
  }
  lab.begin(openingOf(read.run));
  lab.restore(read.run, 'Opened from a link. What you change is kept here; the link stays as it is.');
  const name = newRunName();
  moveTo(name);
  return name;
};

/**
 * Open a lab's bench as it was left the last time, or begin it.
 * @param name it is kept under
 */
export const beginTask = async (lab: Lab, name: string): Promise<string> => {
  const draft = await readDraft(name);
  if (draft && 'problem' in draft) lab.say({ trouble: draft.problem });
  if (draft && 'run' in draft && draft.run.run !== null) lab.restore(draft.run, null);
  else {
    if (draft && 'run' in draft) lab.restore(draft.run, null);
    lab.run();
  }
  return name;
};

/**
 * Open what the address asks for, as it was left here the last time.
 * @param usual what is opened when the address asks for nothing
 * @param openings address below which the others are
 * @returns the name under which it is kept
 */
export const beginLab = async (lab: Lab, usual: Opening, openings: string): Promise<string> => {
  const linked = await openLink(lab);
  if (linked !== null) return linked;
  const asked = nameInAddress();
  let { name } = asked;
  if (asked.kind === 'opening' && name !== 'default') {
    const opening = await fetchOpening(openings, name);
    if (opening) lab.begin(opening);
    else {
      lab.say({
        trouble: {
          text: `There is nothing called "${name}" to open here.`,
          remedy: 'Check the address, or the connection. The usual files are shown.',
        },
      });
      name = 'default';
    }
  }
  const draft = await readDraft(name);
  if (draft && 'run' in draft) {
    if (asked.kind === 'run') lab.begin(openingOf(draft.run));
    lab.restore(draft.run, null);
  } else if (draft) lab.say({ trouble: draft.problem });
  else if (asked.kind === 'run') {
    lab.begin(usual);
    lab.say({
      trouble: {
        text: 'This run is not on this machine any more.',
        remedy: 'Open it from its link or its file again. The usual files are shown.',
      },
    });
  }
  return name;
};
