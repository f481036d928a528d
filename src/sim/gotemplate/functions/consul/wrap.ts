import { GoError } from '../../exec/errors.ts';

/** Put a function's name before the text of an error it meets (errors.Wrap). Panics of reflect pass as they are. */
export const wrapping = <T>(name: string, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    if (error instanceof GoError && !error.message.startsWith('reflect:'))
      throw new GoError(`${name}: ${error.message}`);
    throw error;
  }
};
