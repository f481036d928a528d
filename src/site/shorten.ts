/** Lines of a message that a page of text shows. */
const MOST = 60;
/** Fewer lines than this are not worth leaving out. */
const WORTH = 15;

/** The beginning of a long message, with a line that says how much more there is and where. */
export const shorten = (body: string): string => {
  const lines = body.split('\n');
  const more = lines.length - MOST;
  return more < WORTH
    ? body
    : [...lines.slice(0, MOST), `… ${more} more lines: open the run on the workbench to read them`].join('\n');
};
