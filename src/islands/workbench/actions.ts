import { saveFile } from './copy.ts';
import type { Lab } from './lab.ts';

/** All files of the editor, one after the other. */
export const downloadAll = (lab: Lab): void => {
  for (const [name, text] of Object.entries(lab.state.files)) saveFile(name, 'text/plain', text);
};
export const copyLink = async (_lab: Lab): Promise<void> => {};
export const saveScenario = (_lab: Lab): void => {};
export const saveReport = (_lab: Lab): void => {};
export const savePicture = async (_lab: Lab, _kind: 'svg' | 'png'): Promise<void> => {};
export const openFiles = async (_lab: Lab, _files: readonly File[]): Promise<string | null> => null;
