import type { Day } from '../../review/index.ts';

/** `1 question`, `2 questions`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Today`, `Tomorrow`, `Thu, Nov 26`. */
export const dayWords = (day: Day, today: Day): string => {
  if (day === today) return 'Today';
  if (day === today + 1) return 'Tomorrow';
  const date = new Date(day * 86_400_000);
  return `${WEEKDAYS[date.getUTCDay()]}, ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
};

/** How far away: `today`, `tomorrow`, `in 5 days`. */
export const inDays = (days: number): string => (days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);
