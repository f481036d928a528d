/** A question as a card for other programs, made at build time. */
export interface Note {
  /** The question's id: the same card wherever it is imported again. */
  readonly id: string;
  readonly title: string;
  /** HTML: the stem and what there is to choose from. */
  readonly front: string;
  /** HTML: the key, the reason, the source. */
  readonly back: string;
  /** Without spaces: lesson and objectives. */
  readonly tags: readonly string[];
  /** The question's page. */
  readonly address: string;
}
