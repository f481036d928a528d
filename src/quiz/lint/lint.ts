import { byPlace, type Message, type Place } from '../message.ts';
import type { Finding, LintContext, Rule } from './rule.ts';
import { rules } from './rules.ts';

const TOP: Place = { line: 1, column: 1 };

/** Rules that a waiver cannot silence: they protect learners' histories, or the truth. */
const ABSOLUTE: readonly string[] = ['Q01', 'Q02', 'Q03', 'Q04', 'Q30', 'Q32'];

const placeOf = (finding: Finding, context: LintContext): Place => {
  if (typeof finding.at !== 'string') return finding.at;
  const bank = context.banks.find(({ file }) => file === finding.file);
  if (finding.question === null) return bank?.top[finding.at] ?? TOP;
  const places = bank?.places[finding.question];
  return places?.[finding.at] ?? places?.heading ?? TOP;
};

const isWaived = (finding: Finding, rule: Rule, context: LintContext): boolean => {
  if (finding.question === null || ABSOLUTE.includes(rule.id)) return false;
  const bank = context.banks.find(({ file }) => file === finding.file)?.bank;
  const question = bank?.questions.find(({ id }) => id === finding.question);
  return question?.waivers.some((waiver) => waiver.rule === rule.id) === true;
};

/**
 * Applies the rules of good items.
 * @param chosen all rules unless a caller takes some
 * @returns messages in reading order; what `lint-ok` overrules is left out
 */
export const lint = (context: LintContext, chosen: readonly Rule[] = rules): readonly Message[] =>
  chosen
    .flatMap((rule) =>
      rule
        .check(context)
        .filter((finding) => !isWaived(finding, rule, context))
        .map((finding): Message => {
          const { line, column } = placeOf(finding, context);
          const { text, remedy, file } = finding;
          return { level: finding.level ?? rule.level, code: rule.id, file, line, column, text, remedy };
        }),
    )
    .sort(byPlace);
