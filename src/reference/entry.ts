/** One thing that a learner can write in a file: what completion offers, hovers explain and the reference pages list. */
export interface ReferenceEntry {
  /** As it is written, without what varies: `role`, `agent-inject-secret-<name>`, `token_ttl`. */
  readonly name: string;
  /** Kind of its value, in words: `duration`, `list`. */
  readonly type: string;
  /** What holds when it is left out; undefined: nothing does. */
  readonly fallback?: string;
  /** What it is for, in a sentence. */
  readonly summary: string;
  /** What it changes. */
  readonly effect?: string;
  /** What surprises people. */
  readonly trap?: string;
  readonly example?: string;
  /** Values worth offering. */
  readonly words?: readonly string[];
}

/** An entry as Markdown, for a hover. */
export const markdownOf = ({ name, type, fallback, summary, effect, trap, example }: ReferenceEntry): string =>
  [
    `**${name.replaceAll('<', '\\<')}** · ${type}${fallback === undefined ? '' : ` · left out: ${fallback}`}`,
    summary,
    effect,
    trap && `*Trap:* ${trap}`,
    example && `\`\`\`\n${example}\n\`\`\``,
  ]
    .filter(Boolean)
    .join('\n\n');
