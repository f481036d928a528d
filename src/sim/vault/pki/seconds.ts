import { parseVaultDuration } from '../framework/index.ts';

/** Seconds; nothing where the text is no duration. */
export const secondsOf = (text: string): number => {
  const parsed = parseVaultDuration(text);
  return parsed.error === undefined ? parsed.seconds : 0;
};
