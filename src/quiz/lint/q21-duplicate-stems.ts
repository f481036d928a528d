import { digest } from '../hash.ts';
import { richText } from '../rich/text.ts';
import { type Finding, type Item, items, type Rule } from './rule.ts';
import { grams, jaccard } from './words.ts';

/** Similarity above which two stems are nearly the same. */
const MOST = 0.8;
/** Rarest runs of a text that are compared: two texts this similar share one of them. */
const RARE = 12;

const bare = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** A few runs of a text, chosen by their own digest, so that similar texts choose the same. */
const chosen = (set: ReadonlySet<string>): readonly string[] =>
  [...set]
    .map((run) => [digest(run), run] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, RARE)
    .map(([, run]) => run);

const remember = (set: ReadonlySet<string>, index: number, by: Map<string, number[]>): void => {
  for (const run of chosen(set)) {
    const known = by.get(run);
    if (known === undefined) by.set(run, [index]);
    else known.push(index);
  }
};

/** Texts that share at least half of their chosen runs are compared in full: the work grows with the bank, not its square. */
const nearTo = (
  set: ReadonlySet<string>,
  seen: readonly { readonly item: Item; readonly set: ReadonlySet<string> }[],
  by: ReadonlyMap<string, readonly number[]>,
): Item | null => {
  const hits = new Map<number, number>();
  const runs = chosen(set);
  for (const run of runs) {
    const known = by.get(run) ?? [];
    // A run that very many texts chose tells nothing about any of them.
    if (known.length <= 64) for (const index of known) hits.set(index, (hits.get(index) ?? 0) + 1);
  }
  for (const [index, count] of hits)
    if (count * 2 >= runs.length && jaccard(set, seen[index]!.set) > MOST) return seen[index]!.item;
  return null;
};

/** No question is asked twice. */
export const q21: Rule = {
  id: 'Q21',
  name: 'duplicate-stems',
  level: 'error',
  about: 'No question is asked twice.',
  failing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
## T {#u obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  passing: `## T {#t obj=1a refs=doc}

Which part asks?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
## T {#u obj=1a refs=doc}

Who starts the containers of a Pod on its node?

- [x] Vault {#a}
  > Vault calls TokenReview with its own token.
- [ ] The Agent {#b m=M01}
  > The Agent only sends a login to Vault.
- [ ] The kubelet {#c}
  > The kubelet starts containers and mounts files.

> [!WHY] Vault trusts the answer of the cluster alone.
`,
  check: (context) => {
    const findings: Finding[] = [];
    const exact = new Map<string, Item>();
    const seen: { item: Item; set: ReadonlySet<string> }[] = [];
    const byShingle = new Map<string, number[]>();
    for (const item of items(context)) {
      const { question, bank } = item;
      const scenario = question.scenario ?? '';
      const stem = bare(richText(question.stem));
      const key = `${scenario} ${stem}`;
      const twin = exact.get(key);
      const base = { question: question.id, file: bank.file, at: 'stem' as const };
      if (twin !== undefined) {
        findings.push({
          ...base,
          text: `\`${twin.question.id}\` asks the same.`,
          remedy: 'Ask for something else, or remove one.',
        });
        continue;
      }
      exact.set(key, item);
      const set = grams(stem, 3);
      const near = nearTo(set, seen, byShingle);
      if (near !== null)
        findings.push({
          ...base,
          level: 'warning',
          text: `The stem is nearly that of \`${near.question.id}\`.`,
          remedy: 'Make the difference easier to see, or join the two.',
        });
      remember(set, seen.push({ item, set }) - 1, byShingle);
    }
    return findings;
  },
};
