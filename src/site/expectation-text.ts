import { spokenTime } from '../content-check/duration.ts';
import type { Expectation, TimelineEntry } from '../content-check/schema/scenario.ts';

/** What must be observed, in words with `code`. */
export const expectationText = (expectation: Expectation): string => {
  const { that, request, exchange, log, file } = expectation;
  if (that !== undefined) return `\`${that.replace(/ is .*/, '')}\` is ${that.replace(/^.*? is /, '')}`;
  if (request !== undefined) return `\`${request.method} ${request.path}\` with its token answers ${request.status}`;
  if (exchange !== undefined) {
    const answer = exchange.status === undefined ? '' : `, and the answer is ${exchange.status}`;
    return exchange.times === 0
      ? `No \`${exchange.method} ${exchange.path}\` arrives`
      : `\`${exchange.method} ${exchange.path}\` arrives${answer}`;
  }
  if (log !== undefined)
    return log.absent === true ? `No line with \`${log.contains}\`` : `A line with \`${log.contains}\``;
  if (file !== undefined) {
    if (file.absent === true) return `There is no file \`${file.path}\``;
    return file.contains === undefined
      ? `The file \`${file.path}\` is there`
      : `The file \`${file.path}\` contains \`${file.contains}\``;
  }
  return '';
};

/** What happens in a run, in words with `code`. */
export const timelineText = (entry: TimelineEntry): string => {
  if (entry.run !== undefined) return `\`${entry.run}\``;
  return entry.fault !== undefined ? `Fault \`${entry.fault}\` begins` : `Fault \`${entry.heal ?? ''}\` ends`;
};

/** `At 5 s` or, for something that may be seen at any time, `During the run`. */
export const whenText = (at: number | undefined): string =>
  at === undefined ? 'During the run' : `At ${spokenTime(at)}`;
