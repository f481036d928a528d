/** What a tab remembers of an unfinished answer, so that a reload loses nothing. Never throws: without storage it forgets. */
const PREFIX = 'sidecar-lab ';

export const recall = (key: string): unknown => {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

export const keep = (key: string, value: unknown): void => {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Refused or full: the answer on screen is not affected.
  }
};

export const forget = (key: string): void => {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept.
  }
};

/** Forgets what begins with a text and is such a value. */
export const forgetWhere = (begins: string, such: (value: unknown) => boolean): void => {
  try {
    for (const key of Object.keys(sessionStorage)) {
      const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
      if (name.startsWith(begins) && such(recall(name))) forget(name);
    }
  } catch {
    // Nothing was kept.
  }
};
