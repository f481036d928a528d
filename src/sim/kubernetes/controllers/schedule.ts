/** Cron schedules as robfig/cron reads them: minute, hour, day of month, month, day of week. */

/** The minutes, hours, days, months and weekdays that a schedule names. */
export interface Schedule {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
  /** Whether day of month and day of week were both restricted: then either suffices. */
  readonly eitherDay: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const number = (text: string, names: readonly string[], first: number): number => {
  const named = names.indexOf(text.toLowerCase());
  return named >= 0 ? named + first : /^\d+$/.test(text) ? Number(text) : Number.NaN;
};

const field = (text: string, low: number, high: number, names: readonly string[] = []): number[] | string => {
  const out = new Set<number>();
  for (const item of text.split(',')) {
    const [range = '', stepText] = item.split('/');
    const step = stepText === undefined ? 1 : number(stepText, [], 0);
    const [from = '', to] = range.split('-');
    const any = from === '*' || from === '?';
    const start = any ? low : number(from, names, low);
    const end =
      any || (to === undefined && stepText !== undefined) ? high : to === undefined ? start : number(to, names, low);
    if (Number.isNaN(start) || Number.isNaN(end) || Number.isNaN(step))
      return `failed to parse int from ${item}: strconv.Atoi: parsing ${JSON.stringify(from)}: invalid syntax`;
    if (start < low) return `beginning of range (${start}) below minimum (${low}): ${item}`;
    if (end > high) return `end of range (${end}) above maximum (${high}): ${item}`;
    if (start > end) return `beginning of range (${start}) beyond end of range (${end}): ${item}`;
    if (step === 0) return `step of range should be a positive number: ${item}`;
    for (let n = start; n <= end; n += step) out.add(n);
  }
  return [...out].sort((a, b) => a - b);
};

/** A schedule, or the parser's complaint. */
export const parseSchedule = (text: string): Schedule | string => {
  const fields = (NAMED[text.trim()] ?? text).trim().split(/\s+/);
  if (fields.length !== 5) return `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const parsed = [
    field(minute, 0, 59),
    field(hour, 0, 23),
    field(day, 1, 31),
    field(month, 1, 12, MONTHS),
    field(weekday, 0, 6, DAYS),
  ];
  const wrong = parsed.find((p) => typeof p === 'string');
  if (typeof wrong === 'string') return wrong;
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = parsed.filter((p) => typeof p !== 'string');
  const eitherDay = !day.startsWith('*') && !weekday.startsWith('*');
  return { minutes, hours, days, months, weekdays, eitherDay };
};

/** First Unix millisecond after `wall` at which the schedule fires, in UTC; `null` when there is none within four years. */
export const nextTime = (schedule: Schedule, wall: number): number | null => {
  const minute = 60_000;
  let t = Math.floor(wall / minute) * minute + minute;
  const limit = wall + 4 * 366 * 86_400_000;
  while (t <= limit) {
    const d = new Date(t);
    const byDay = schedule.days.includes(d.getUTCDate());
    const byWeekday = schedule.weekdays.includes(d.getUTCDay());
    if (
      !schedule.months.includes(d.getUTCMonth() + 1) ||
      !(schedule.eitherDay ? byDay || byWeekday : byDay && byWeekday)
    )
      t = Math.floor(t / 86_400_000) * 86_400_000 + 86_400_000;
    else if (!schedule.hours.includes(d.getUTCHours())) t = Math.floor(t / 3_600_000) * 3_600_000 + 3_600_000;
    else if (!schedule.minutes.includes(d.getUTCMinutes())) t += minute;
    else return t;
  }
  return null;
};
