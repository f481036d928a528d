/** What was typed into the plain editor, so that the rich one can offer to undo it. */
const LONGEST = 200;

export class Typing {
  readonly #first: Record<string, string>;
  readonly #steps: Record<string, string[]> = {};

  /** @param texts of the files as they were before anything was typed */
  constructor(texts: Readonly<Record<string, string>>) {
    this.#first = { ...texts };
  }

  /** A file has this text now. */
  note(file: string, text: string): void {
    this.#first[file] ??= text;
    this.#steps[file] ??= [];
    const steps = this.#steps[file];
    if ((steps.at(-1) ?? this.#first[file]) === text) return;
    steps.push(text);
    // Very long typing keeps its beginning and its latest steps.
    if (steps.length > LONGEST) steps.splice(1, 1);
  }

  /** The text a file began with, and every text it has had since, in order. */
  of(file: string): { readonly first: string; readonly steps: readonly string[] } {
    return { first: this.#first[file] ?? '', steps: this.#steps[file] ?? [] };
  }

  files(): string[] {
    return Object.keys(this.#first);
  }
}
