const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Small numbers as sentences write them. */
export const numberWord = (n: number): string => WORDS[n] ?? String(n);
