/** Why something could not be done, for the person who tried. */
export interface Trouble {
  readonly text: string;
  readonly remedy: string;
}

const REPORT = 'Please report this with your files; go back in time or run again to continue.';

/** What an error says to a person. The classes are known by name: the model they come from is loaded late. */
export const troubleOf = (error: unknown): Trouble => {
  if (!(error instanceof Error)) return { text: String(error), remedy: REPORT };
  if ('remedy' in error && typeof error.remedy === 'string') return { text: error.message, remedy: error.remedy };
  return { text: `The model stopped: ${error.message}`, remedy: REPORT };
};
