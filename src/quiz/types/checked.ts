/** A value that was checked, or what the learner has to change, as a full sentence. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export const accept = <T>(value: T): Checked<T> => ({ ok: true, value });

export const refuse = (problem: string): { readonly ok: false; readonly problem: string } => ({ ok: false, problem });

/** The value as a plain mapping, or null. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;

/** The value as a list of texts, or null. */
export const asTexts = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : null;
