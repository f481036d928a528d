/** Compares a recorded life with what the model's Agent did, with the tolerances of recordings/README.md. */
import { type Bindings, compare } from '../../match.ts';
import type { Observed, Printed } from './observed.ts';
import { type Burst, type Exit, isDeed, type LifeExchange, type LifeStep, messagesOf, writerOf } from './steps.ts';

/** Seconds that a fixed wait may differ; random waits were given to the model, so the same holds for them. */
const SECONDS = 0.5;
/** Seconds within which the order of several writers is open; recorded times are rounded to a tenth. */
const GROUP = 0.2 + 0.1;
const RENEWED = 'database user';
const LEAST_REPETITIONS = 10;
/** Files were looked at ten times a second, so a change just before the end may have been missed. */
const POLL = 0.25;

export interface Verdict {
  readonly identical: number;
  readonly total: number;
  readonly difference?: string;
}

const show = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

const untimely = (expected: number, got: number): string | null =>
  Math.abs(expected - got) <= SECONDS + 1e-6 ? null : `at ${expected} s expected, came at ${got.toFixed(2)} s`;

/** Each new lease has a user of its own, but recordings call all of them alike: the name stands for the newest. */
export const rebind = (expected: unknown, got: unknown, bindings: Bindings): void => {
  if (expected === `<${RENEWED}>` && typeof got === 'string') bindings.bind(RENEWED, got);
  if (typeof expected !== 'object' || expected === null || typeof got !== 'object' || got === null) return;
  for (const [key, value] of Object.entries(expected)) rebind(value, (got as Record<string, unknown>)[key], bindings);
};

const PASSWORD = /^[A-Za-z0-9-]{20}$/;

/** A recorded answer with the password that came in place of the recorded one, when both look alike. */
const withPassword = (expected: unknown, got: unknown): unknown => {
  const recorded = (expected as { data?: { password?: unknown } } | null)?.data;
  const came = (got as { data?: { password?: unknown } } | null)?.data?.password;
  const alike = typeof recorded?.password === 'string' && PASSWORD.test(recorded.password);
  if (!alike || typeof came !== 'string' || !PASSWORD.test(came)) return expected;
  return { ...(expected as object), data: { ...recorded, password: came } };
};

class Judge {
  readonly #bindings: Bindings;
  readonly #calls: (Observed['calls'][number] | null)[];
  readonly #messages: (Printed | null)[];
  readonly #files: (Observed['files'][number] | null)[];
  readonly differences: { at: number; text: string }[] = [];
  /** What was found for what: recorded and played time (s). */
  readonly #pairs: { recorded: number; played: number; what: string }[] = [];
  identical = 0;
  total = 0;

  constructor(observed: Observed, bindings: Bindings) {
    this.#bindings = bindings;
    this.#calls = [...observed.calls];
    this.#messages = [...observed.messages];
    this.#files = [...observed.files];
  }

  count(units: number, at: number, difference: string | null): void {
    this.total += units;
    if (difference === null) this.identical += units;
    else this.differences.push({ at, text: difference });
  }

  /** Compare a call that was found for a recorded one. */
  #sameCall(step: LifeExchange, call: Observed['calls'][number]): string | null {
    rebind(step.response, call.response, this.#bindings);
    const token = compare(step.token, call.token, this.#bindings, 'token');
    const body = compare(step.body ?? null, call.body ?? null, this.#bindings, 'body');
    const recorded = withPassword(step.response ?? null, call.response);
    const response = compare(recorded, call.response, this.#bindings, 'response');
    if (call.status !== step.status)
      return `status: expected ${step.status}, got ${call.status} ${show(call.response)}`;
    const d = token ?? body ?? response;
    return d && `${d.at}: expected ${show(d.expected)}, got ${show(d.got)}`;
  }

  call(step: LifeExchange): void {
    const name = `${step.method} ${step.path}`;
    const at = step.at ?? 0;
    const i = this.#calls.findIndex((c) => c !== null && c.method === step.method && c.path === step.path);
    const call = this.#calls[i];
    if (!call) {
      this.count(1, at, `${at} s: ${name} was not sent`);
      return;
    }
    this.#calls[i] = null;
    this.#pairs.push({ recorded: at, played: call.at, what: name });
    const d = untimely(at, call.at) ?? this.#sameCall(step, call);
    this.count(1, at, d && `${at} s: ${name}: ${d}`);
  }

  burst(step: Burst): void {
    let repetitions = 0;
    let difference: string | null = null;
    for (const one of step.burst) {
      this.#calls.forEach((call, i) => {
        if (!call || call.method !== one.method || call.path !== one.path) return;
        if (call.at < step.at - SECONDS || call.at > step.until + SECONDS || call.status < 400) return;
        this.#calls[i] = null;
        repetitions++;
        difference ??= this.#sameCall(one, call);
      });
    }
    if (repetitions < LEAST_REPETITIONS) difference ??= `only ${repetitions} repetitions`;
    this.count(1, step.at, difference && `${step.at} s: burst: ${difference}`);
  }

  message(at: number, lines: readonly string[]): void {
    const writer = writerOf(lines[0] ?? '');
    const i = this.#messages.findIndex((m) => m !== null && writerOf(m.lines[0] ?? '') === writer);
    const got = this.#messages[i];
    if (!got) {
      this.count(lines.length, at, `${at} s: not printed: ${show(lines)}`);
      return;
    }
    const late = untimely(at, got.at);
    const d = compare(lines, got.lines, this.#bindings, 'log');
    // A line too many or too few must not make all that follow differ.
    if (d && late === null) {
      const later = this.#messages.findIndex(
        (m) =>
          m !== null &&
          untimely(at, m.at) === null &&
          writerOf(m.lines[0] ?? '') === writer &&
          compare(lines, m.lines, this.#bindings) === null,
      );
      if (later < 0) {
        this.count(lines.length, at, `${at} s: printed ${show(got.lines)} instead of ${show(lines)}`);
        return;
      }
      this.#messages[later] = null;
      this.count(lines.length, at, `${at} s: out of order: ${show(lines)}`);
      return;
    }
    if (late !== null) {
      this.count(lines.length, at, `${show(lines)}: ${late}: ${show(got.lines)}`);
      return;
    }
    this.#messages[i] = null;
    this.#pairs.push({ recorded: at, played: got.at, what: show(lines) });
    this.count(lines.length, at, null);
  }

  file(at: number, file: string, text: string | null): void {
    const i = this.#files.findIndex((f) => f !== null && f.file === file);
    const got = this.#files[i];
    if (!got) {
      this.count(1, at, `${at} s: file ${file} was not written`);
      return;
    }
    this.#files[i] = null;
    const d = compare(text, got.text, this.#bindings, file);
    const wrong = untimely(at, got.at) ?? (d && `expected ${show(text)}, got ${show(got.text)}`);
    this.count(1, at, wrong && `${at} s: file ${file}: ${wrong}`);
  }

  exit(step: Exit, got: { code: number; at: number } | null): void {
    const wrong =
      got === null
        ? 'it still runs'
        : got.code !== step.exit
          ? `exit code ${got.code} instead of ${step.exit}`
          : untimely(step.at, got.at);
    this.count(1, step.at, wrong && `${step.at} s: exit: ${wrong}`);
  }

  /** Things further apart than one group of lines must keep their order, whoever did them. */
  order(): void {
    const pairs = this.#pairs.sort((a, b) => a.recorded - b.recorded);
    let latest = { played: -1, what: '' };
    let behind = 0;
    for (const pair of pairs) {
      for (; (pairs[behind]?.recorded ?? Infinity) < pair.recorded - GROUP; behind++) {
        const earlier = pairs[behind];
        if (earlier && earlier.played > latest.played) latest = earlier;
      }
      if (pair.played < latest.played - 1e-6)
        this.count(1, pair.recorded, `${pair.recorded} s: ${pair.what} came before ${latest.what}`);
    }
  }

  /** What the model did and the recording does not have. */
  rest(end: number): void {
    const extra = (at: number, text: string): void =>
      this.count(1, at, `${at.toFixed(2)} s: not in the recording: ${text}`);
    for (const c of this.#calls) if (c) extra(c.at, `${c.method} ${c.path}`);
    for (const m of this.#messages) if (m) extra(m.at, show(m.lines));
    for (const f of this.#files) if (f && f.at < end - POLL) extra(f.at, `file ${f.file}: ${show(f.text)}`);
  }
}

/**
 * @param deeds outcome of what the operator did, by the step's index: `null` where it went as recorded
 * @param exit the process's end, if it ended
 */
export const judge = (
  life: readonly LifeStep[],
  observed: Observed,
  deeds: ReadonlyMap<number, string | null>,
  exit: { code: number; at: number } | null,
  bindings: Bindings,
): Verdict => {
  const j = new Judge(observed, bindings);
  const lines = life.flatMap((step, index) => ('log' in step ? [{ at: step.at, log: step.log, index }] : []));
  const messages = new Map(messagesOf(lines).map((m) => [m.index, m]));
  life.forEach((step, i) => {
    const message = messages.get(i);
    if (message) j.message(message.at, message.lines);
    else if ('log' in step) return;
    else if ('burst' in step) j.burst(step);
    else if ('exit' in step) j.exit(step, exit);
    else if (isDeed(step)) {
      if (deeds.has(i)) j.count(1, step.at ?? 0, deeds.get(i) ?? null);
    } else if ('file' in step) j.file(step.at, step.file, step.text);
    else if ('to' in step) j.call(step);
  });
  j.order();
  j.rest(exit?.at ?? Number.POSITIVE_INFINITY);
  const first = j.differences.sort((a, b) => a.at - b.at)[0];
  return { identical: j.identical, total: j.total, ...(first && { difference: first.text }) };
};
