/** Sprig's dates (date.go). The Agent's container knows no zone but UTC, so every zone means that. */
import { GoError } from '../../exec/errors.ts';
import { parseInt64 } from '../../strconv/integer.ts';
import { HOUR, MINUTE, SECOND } from '../../time/civil.ts';
import { formatDuration, parseDuration } from '../../time/duration.ts';
import { formatTime } from '../../time/layout.ts';
import { parseTime } from '../../time/parse.ts';
import type { Call } from '../../values/function.ts';
import { INT, INT32, INT64, STRING, TIME } from '../../values/type.ts';
import { textOf, toInterface, type Value, value } from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';

/** 0001-01-01, Go's zero time. */
const ZERO = -62135596800n * SECOND;

const now = (call: Call): bigint => BigInt(Math.trunc(call.around.now)) * 1_000_000n;

/** A time, or seconds since 1970; anything else is now. */
const moment = (call: Call, v: Value | null): bigint => {
  if (v?.type === TIME) return v.data as bigint;
  return v && [INT, INT32, INT64].includes(v.type) ? (v.data as bigint) * SECOND : now(call);
};

const attempt = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof GoError) return otherwise;
    throw error;
  }
};

const DAY = 24n * HOUR;
const COARSE: readonly [bigint, string][] = [
  [365n * DAY, 'y'],
  [30n * DAY, 'mo'],
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'm'],
  [SECOND, 's'],
];

const rough = (duration: bigint): string => {
  const size = duration < 0n ? -duration : duration;
  const unit = COARSE.find(([length]) => size > length);
  return unit ? `${size / unit[0]}${unit[1]}` : '0s';
};

const ISO = '2006-01-02';
const inZone = define('string any string', 'string', (call, layout, v) => formatTime(moment(call, v), layout));
const modify = (strict: boolean) =>
  defineRaw([STRING, TIME], TIME, (_, text, time) => {
    const by = strict ? parseDuration(textOf(text)) : attempt(() => parseDuration(textOf(text)), 0n);
    return value(TIME, (time.data as bigint) + by);
  });

/** Rounded to whole seconds, halves away from zero. */
const seconds = (duration: bigint): bigint =>
  ((duration < 0n ? duration - SECOND / 2n : duration + SECOND / 2n) / SECOND) * SECOND;

export const sprigDates: Functions = {
  now: define('', 'time', now),
  date: define('string any', 'string', (call, layout, v) => formatTime(moment(call, v), layout)),
  date_in_zone: inZone,
  dateInZone: inZone,
  htmlDate: define('any', 'string', (call, v) => formatTime(moment(call, v), ISO)),
  htmlDateInZone: define('any string', 'string', (call, v) => formatTime(moment(call, v), ISO)),
  date_modify: modify(false),
  dateModify: modify(false),
  must_date_modify: modify(true),
  mustDateModify: modify(true),
  ago: define('any', 'string', (call, v) => formatDuration(seconds(now(call) - moment(call, v)))),
  duration: define('any', 'string', (_, v) => {
    if (v?.type === STRING) return formatDuration(attempt(() => parseInt64(textOf(v), 10), 0n) * SECOND);
    return formatDuration(v?.type === INT64 ? BigInt.asIntN(64, (v.data as bigint) * SECOND) : 0n);
  }),
  durationRound: define('any', 'string', (call, v) => {
    if (v?.type === STRING) return rough(attempt(() => parseDuration(textOf(v)), 0n));
    if (v?.type === TIME) return rough(now(call) - (v.data as bigint));
    return rough(v?.type === INT64 ? (v.data as bigint) : 0n);
  }),
  toDate: define('string string', 'time', (_, layout, text) => attempt(() => parseTime(layout, text), ZERO)),
  mustToDate: define('string string', 'time', (_, layout, text) => parseTime(layout, text)),
  unixEpoch: defineRaw([TIME], STRING, (_, time) =>
    value(STRING, String((toInterface(time)!.data as bigint) / SECOND)),
  ),
};
