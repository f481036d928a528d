import { type Level, printLine } from './hclog.ts';

/** A line of any actor's log, as the history keeps it. `at`: virtual milliseconds. */
interface Line {
  readonly at: number;
  readonly level: string;
  readonly logger: string;
  readonly text: string;
}

/**
 * The line as it stood on the screen. Programs of Vault's house print time, level and logger before what they say; the
 * others, and what the Agent prints before its log begins, say it plainly. (go-hclog: intlogger.go)
 * @param offset what makes Unix milliseconds of virtual ones
 */
export const printedLine = ({ at, level, logger, text }: Line, offset: number): string =>
  /^agent(?:\.|$)/.test(logger)
    ? `${new Date(Math.floor(at + offset)).toISOString()} ${printLine(level as Level, logger, text)}`
    : text;
