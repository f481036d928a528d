/** How typed text is compared: what does not count is taken away from both sides before. */
export interface Comparing {
  /** Whether capital letters differ from small ones. */
  readonly caseSensitive: boolean;
}

const QUOTES = /^(["'`])(.*)\1$/s;

/** The text as it is compared: one form of each character, single spaces, no quotation marks around it. */
export const normalise = (text: string, { caseSensitive }: Comparing): string => {
  const plain = text
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .trim()
    .replace(QUOTES, '$2')
    .trim()
    .replace(/\s+/g, ' ');
  return caseSensitive ? plain : plain.toLowerCase();
};

/** What does not count, for the learner. */
export const leniency = ({ caseSensitive }: Comparing): string =>
  `${caseSensitive ? 'Spaces' : 'Capital letters, spaces'} at the ends and quotation marks do not count.`;
