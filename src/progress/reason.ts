/** Why something could not be stored, in a sentence for the learner that says what helps. */

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

const LASTS = 'Until then, progress lasts until you close this page; export it to keep it.';
const WAITS = 'Until then, it waits in a small store of this browser and is taken in by itself.';

/**
 * Why the database does not open.
 * @param kept whether what waits outlives the page
 */
export const whyClosed = (error: unknown, kept: boolean): string => {
  const meanwhile = kept ? WAITS : LASTS;
  switch (nameOf(error)) {
    case 'VersionError':
      return `Your progress was saved by a newer version of this site. Reload the page to get it. ${meanwhile}`;
    case 'QuotaExceededError':
      return `The disk space for this site is used up. Free some and reload. ${meanwhile}`;
    case 'TimeoutError':
      return `The database of this site does not open; another tab may hold an older version. Close other tabs of this site and reload. ${meanwhile}`;
    default:
      return `This browser does not let the site store anything in its database (private mode or blocked storage). Allow storage for this site and reload. ${meanwhile}`;
  }
};

/** Why an entry could not be written to an open database. */
export const whyNotWritten = (error: unknown): string => {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'Not saved yet: the disk space for this site is used up. Free some; saving is tried again by itself.';
    case 'VersionError':
    case 'InvalidStateError':
      return 'Not saved yet: the database was closed, perhaps by a newer version of this site in another tab. Reload this page.';
    default: {
      const detail =
        error instanceof Error || error instanceof DOMException ? error.message || error.name : String(error);
      return `Not saved yet (${detail}). Saving is tried again by itself; keep this page open or export your progress.`;
    }
  }
};
