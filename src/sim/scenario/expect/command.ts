import type { CommandExpectation } from './expectation.ts';
import { failed, held, type Observation, quoted } from './look.ts';

/** What a command prints that the check types into the operator's console. */
export const command: Observation<CommandExpectation> = {
  look: (expected) => (session) => {
    const { stdout, stderr, exit } = session.type(expected.run);
    const printed = stdout + stderr;
    const seen = `\`${expected.run}\` printed ${quoted(printed)} and ended with ${exit ?? 'nothing: it still runs'}`;
    const right =
      exit === (expected.exit ?? 0) &&
      (expected.contains === undefined || printed.includes(expected.contains)) &&
      (expected.without === undefined || !printed.includes(expected.without));
    return right ? held(seen) : failed(seen);
  },
};
