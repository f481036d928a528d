import { type Outcome, VaultError } from '../framework/index.ts';

/** What a handler gave, or the VaultError it threw. */
export type Attempt = { readonly value: Outcome } | { readonly error: VaultError };

/** Runs a handler; errors of the model itself go on up. */
export const attempt = (run: () => Outcome): Attempt => {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof VaultError) return { error };
    throw error;
  }
};
