import type { Gap } from '../../bank/draft.ts';
import type { Reporter } from '../../bank/reporter.ts';
import { contentId } from '../../hash.ts';
import type { ClozeGap } from './schema.ts';

/** Splits at `|`; a bar that belongs to the text is written `\|`. */
const alternatives = (text: string): readonly string[] =>
  text.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|').trim());

/** Reads `[=a|b=]` or `[?*right|wrong?]`; null with a message when nothing in it is right. */
export const readGap = ({ id, marker }: Gap, report: Reporter): ClozeGap | null => {
  const inside = alternatives(marker.source.slice(2, -2));
  if (marker.source.startsWith('[=')) {
    const accepted = inside.filter((text) => text !== '');
    if (accepted.length > 0) return { id, kind: 'text', accepted };
    report.error('read/cloze', marker.place, 'This gap accepts nothing.', 'Write what fits: `[=kv/data/app=]`.');
    return null;
  }
  const choices = inside.map((text) => ({
    id: contentId(text.replace(/^\*/, '')),
    text: text.replace(/^\*/, ''),
    key: text.startsWith('*'),
  }));
  const keys = choices.filter((choice) => choice.key).length;
  if (keys === 1 && choices.length >= 2) return { id, kind: 'choice', choices };
  report.error(
    'read/cloze',
    marker.place,
    keys === 1 ? 'This gap offers nothing else.' : `This gap has ${keys} right choices.`,
    'Mark exactly one with `*` and add wrong ones: `[?*read|list|create?]`.',
  );
  return null;
};

const bars = (text: string): string => text.replaceAll('|', '\\|');

/** The gap as it is written. */
export const writeGap = (gap: ClozeGap): string =>
  gap.kind === 'text'
    ? `[=${gap.accepted.map(bars).join('|')}=]`
    : `[?${gap.choices.map((choice) => (choice.key ? '*' : '') + bars(choice.text)).join('|')}?]`;

/** What fits, for people. */
export const rightIn = (gap: ClozeGap): string =>
  gap.kind === 'text' ? (gap.accepted[0] ?? '') : (gap.choices.find((choice) => choice.key)?.text ?? '');
