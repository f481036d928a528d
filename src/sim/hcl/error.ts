import { type Position, printPosition } from './position.ts';

/** Why a text is not HCL (or JSON for HCL): the real library's text and the place it means. */
export interface HclError {
  /** The whole text as Vault prints it: `At 1:36: object expected closing RBRACE got: EOF`. */
  readonly text: string;
  /** Without the `At line:column: ` in front. */
  readonly message: string;
  readonly position: Position | undefined;
}

/** Internal carrier of an error, so that results need no wrapper: `node instanceof Failure`. */
export class Failure {
  readonly error: HclError;

  constructor(error: HclError) {
    this.error = error;
  }
}

/** An error that the library prints with its position in front. */
export const failureAt = (position: Position | undefined, message: string): Failure =>
  new Failure({ text: `At ${printPosition(position)}: ${message}`, message, position });

/** An error without a position. */
export const failure = (message: string, position?: Position): Failure =>
  new Failure({ text: message, message, position });
