/** Methods of `time.Time`, `time.Duration`, `json.Number` and the names of months and weekdays. */
import { parseFloat64 } from '../strconv/float.ts';
import { parseInt64 } from '../strconv/integer.ts';
import { civil, HOUR, MINUTE, MONTHS, SECOND, WEEKDAYS } from '../time/civil.ts';
import { formatDuration } from '../time/duration.ts';
import { formatTime } from '../time/layout.ts';
import type { GoFunction } from '../values/function.ts';
import {
  BOOL,
  DURATION,
  FLOAT64,
  INT,
  INT64,
  JSON_NUMBER,
  MONTH,
  STRING,
  TIME,
  type Type,
  WEEKDAY,
} from '../values/type.ts';
import { bool, float, int64, str, textOf, type Value, value } from '../values/value.ts';

const method = (
  receiver: Type,
  params: readonly Type[],
  result: Type,
  run: (self: Value, ...args: Value[]) => Value,
): GoFunction => ({
  params: [receiver, ...params],
  variadic: false,
  result,
  invoke: (_, args) => run(args[0]!, ...args.slice(1)),
});

const nanoseconds = (v: Value): bigint => v.data as bigint;
const field = (pick: (time: ReturnType<typeof civil>) => number, type = INT) =>
  method(TIME, [], type, (self) => value(type, BigInt(pick(civil(nanoseconds(self))))));
const since = (unit: bigint) => method(TIME, [], INT64, (self) => int64(nanoseconds(self) / unit));
const self = (type: Type) => method(type, [], type, (v) => v);
const compared = (test: (a: bigint, b: bigint) => boolean) =>
  method(TIME, [TIME], BOOL, (a, b) => bool(test(nanoseconds(a), nanoseconds(b))));
const inUnits = (unit: bigint) => method(DURATION, [], FLOAT64, (v) => float(Number(nanoseconds(v)) / Number(unit)));

TIME.text = (v) => formatTime(nanoseconds(v), '2006-01-02 15:04:05.999999999 -0700 MST');
DURATION.text = (v) => formatDuration(nanoseconds(v));
MONTH.text = (v) => MONTHS[Number(v.data) - 1]!;
WEEKDAY.text = (v) => WEEKDAYS[Number(v.data)]!;
JSON_NUMBER.text = textOf;

Object.assign(TIME.methods, {
  Format: method(TIME, [STRING], STRING, (t, layout) => str(formatTime(nanoseconds(t), textOf(layout)))),
  String: method(TIME, [], STRING, (t) => str(TIME.text!(t))),
  Unix: since(SECOND),
  UnixMilli: since(1_000_000n),
  UnixMicro: since(1000n),
  UnixNano: since(1n),
  Year: field((t) => t.year),
  Month: field((t) => t.month, MONTH),
  Day: field((t) => t.day),
  Hour: field((t) => t.hour),
  Minute: field((t) => t.minute),
  Second: field((t) => t.second),
  Nanosecond: field((t) => t.nanosecond),
  Weekday: field((t) => t.weekday, WEEKDAY),
  YearDay: field((t) => t.yearDay),
  UTC: self(TIME),
  Local: self(TIME),
  Add: method(TIME, [DURATION], TIME, (t, d) => value(TIME, nanoseconds(t) + nanoseconds(d))),
  Sub: method(TIME, [TIME], DURATION, (a, b) => value(DURATION, nanoseconds(a) - nanoseconds(b))),
  Before: compared((a, b) => a < b),
  After: compared((a, b) => a > b),
  Equal: compared((a, b) => a === b),
  IsZero: method(TIME, [], BOOL, (t) => bool(civil(nanoseconds(t)).year === 1)),
});
Object.assign(DURATION.methods, {
  String: method(DURATION, [], STRING, (d) => str(formatDuration(nanoseconds(d)))),
  Hours: inUnits(HOUR),
  Minutes: inUnits(MINUTE),
  Seconds: inUnits(SECOND),
  Milliseconds: method(DURATION, [], INT64, (d) => int64(nanoseconds(d) / 1_000_000n)),
  Microseconds: method(DURATION, [], INT64, (d) => int64(nanoseconds(d) / 1000n)),
  Nanoseconds: method(DURATION, [], INT64, (d) => int64(nanoseconds(d))),
});
for (const named of [MONTH, WEEKDAY]) {
  named.methods.String = method(named, [], STRING, (v) => str(named.text!(v)));
}
Object.assign(JSON_NUMBER.methods, {
  String: method(JSON_NUMBER, [], STRING, (v) => str(textOf(v))),
  Int64: method(JSON_NUMBER, [], INT64, (v) => int64(parseInt64(textOf(v), 10))),
  Float64: method(JSON_NUMBER, [], FLOAT64, (v) => float(parseFloat64(textOf(v)))),
});

/** A moment as a template value. @param milliseconds Unix time */
export const timeValue = (milliseconds: number): Value => value(TIME, BigInt(Math.trunc(milliseconds)) * 1_000_000n);
