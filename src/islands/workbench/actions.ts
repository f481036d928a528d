/** What carries runs in and out of the workbench. Loaded when the first of it is wanted. */
import { toFragment } from '../../share/link.ts';
import { toPicture } from '../../share/picture.ts';
import { toReport } from '../../share/report.ts';
import { toScenarioFile } from '../../share/scenario-file.ts';
import { href } from '../../site/href.ts';
import { copyText, saveFile } from './copy.ts';
import type { Lab } from './lab.ts';

export { openFiles } from './open-files.ts';

/** A title as the name of a file. */
const stem = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50) || 'run';

/** All files of the editor, one after the other. */
export const downloadAll = (lab: Lab): void => {
  for (const [name, text] of Object.entries(lab.state.files)) saveFile(name, 'text/plain', text);
};

/** Put a link to all of this on the clipboard. */
export const copyLink = async (lab: Lab): Promise<void> => {
  const made = await toFragment(lab.record());
  if ('problem' in made) return lab.say({ trouble: made.problem });
  const address = `${location.origin}${href('/workbench/')}#${made.fragment}`;
  if (await copyText(address)) {
    lab.say({ notice: `The link is copied. It has ${address.length} characters and holds all of this run.` });
    return;
  }
  history.replaceState(null, '', address);
  lab.say({
    trouble: {
      text: 'The browser did not allow copying.',
      remedy: 'The link now stands in the address bar: copy it there.',
    },
  });
};

export const saveScenario = (lab: Lab): void => {
  const { title } = lab.opening;
  saveFile(`${stem(title)}.yaml`, 'application/yaml', toScenarioFile(lab.record(), lab.known()));
  lab.say({ notice: 'Saved as a scenario. Files of your machine with this name are not replaced.' });
};

export const saveReport = (lab: Lab): void => {
  const { scene } = lab.state;
  if (!scene) return;
  const { now, parties, exchanges, typed } = scene;
  const failures = exchanges.filter((e) => e.denied && scene.failures.includes(e.answeredAt ?? e.at));
  const report = toReport({ recorded: lab.record(), now, parties, exchanges, typed, failures });
  saveFile(`${stem(lab.opening.title)}.md`, 'text/markdown', report);
  lab.say({ notice: 'The report is saved. It ends at the moment that is shown.' });
};

/** A drawing as pixels, twice as fine as it says. */
const toPng = (svg: string, width: number, height: number): Promise<Blob | null> =>
  new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(resolve, 'image/png');
    };
    image.onerror = () => resolve(null);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });

export const savePicture = async (lab: Lab, kind: 'svg' | 'png'): Promise<void> => {
  const { scene } = lab.state;
  if (!scene) return;
  const { svg, width, height } = toPicture(lab.opening.title, scene.parties, scene.exchanges);
  const data = kind === 'svg' ? svg : await toPng(svg, width, height);
  if (data === null) {
    lab.say({ trouble: { text: 'The browser could not draw the picture.', remedy: 'Save it as SVG instead.' } });
    return;
  }
  saveFile(`${stem(lab.opening.title)}.${kind}`, kind === 'svg' ? 'image/svg+xml' : 'image/png', data);
  lab.say({ notice: 'The picture is saved.' });
};
