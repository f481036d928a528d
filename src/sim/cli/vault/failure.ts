/** A command that ends early: its words go to standard error. */
export class CommandFailure extends Error {
  readonly exit: number;
  /** A secret that came along with the error, shown after it. */
  readonly secret: unknown;

  constructor(exit: number, message: string, secret?: unknown) {
    super(message);
    this.name = 'CommandFailure';
    this.exit = exit;
    this.secret = secret;
  }
}

/** Wrong use of a command. */
export const usage = (message: string): CommandFailure => new CommandFailure(1, message);

/** With `-output-curl-string` and `-output-policy` nothing is sent: the text is the command's output. */
export class PrintedRequest extends Error {
  constructor(text: string) {
    super(text);
    this.name = 'PrintedRequest';
  }
}
