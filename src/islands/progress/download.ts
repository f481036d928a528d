/** Milliseconds after which a file's address is given up; the browser has read it by then. */
const GRACE = 60_000;

/**
 * Saves a file where the learner's browser saves files. Nothing leaves the browser.
 * @param name without date: `progress.json`
 */
export const download = (content: string | Uint8Array, name: string, type: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = `sidecar-lab-${name.replace(/(\.\w+)$/, `-${new Date(Date.now()).toISOString().slice(0, 10)}$1`)}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), GRACE);
};
