/** Playing what somebody does in a lab. */
import { type Pause, type Pieces, Session, SessionError, type TimelineEntry, type Typed } from '../sim/index.ts';
import type { Answer, Lab } from './lab.ts';

/** The model's machines, as a session takes them. */
export type Machines = ConstructorParameters<typeof Session>[0];

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
/** `wait 10m`: not a command of a shell, but how an answer lets time pass. */
const WAIT = /^wait (\d+)([smh])$/;
/** Exit code of a shell that does not find a command. */
const NOT_FOUND = 127;

/** The commands by which an operator applies a file. */
export const commandsFor = (name: string): readonly string[] => {
  if (name.endsWith('.hcl')) return [`vault policy write ${name.replace(/\.hcl$/, '')} ${name}`];
  if (name === 'vault.yaml') return [`bank-vaults configure --once --vault-config-file ${name}`];
  return /\.ya?ml$/.test(name) ? [`kubectl apply -f ${name}`] : [];
};

/**
 * Do what a timeline says, in pieces.
 * @param from what its times count from, in milliseconds since time 0
 * @throws SessionError for an unknown fault or command
 */
export function* performing(
  session: Session,
  timeline: readonly TimelineEntry[],
  from: number,
  pause: Pause,
): Pieces<void> {
  for (const { at, run, fault, heal, save, text } of timeline) {
    yield* session.advancing(from + at, pause);
    if (fault !== undefined) session.fault(fault, 'begin');
    else if (heal !== undefined) session.fault(heal, 'end');
    else if (save !== undefined) session.save(save, text ?? '');
    else if (run !== undefined) found(yield* session.typing(run, undefined, pause));
  }
}

const found = ({ exit, stderr }: Typed): void => {
  if (exit === NOT_FOUND) throw new SessionError(stderr.trim(), 'Use a command that the console has.');
};

/** The world as a learner finds it. @throws SessionError when it cannot be set up */
export const startOf = (machines: Machines, lab: Pick<Lab, 'world' | 'start'>): Session => {
  const session = new Session(machines, lab.world);
  for (const _ of performing(session, lab.start.timeline, 0, () => false));
  session.advanceTo(lab.start.until);
  return session;
};

/** Do an answer. @throws SessionError for a command that the console does not have */
export const give = (session: Session, { files, run }: Answer): void => {
  const before = session.files();
  const changed = Object.entries(files).filter(([name, text]) => before[name] !== text);
  for (const [name, text] of changed) session.save(name, text);
  const commands = run.length > 0 ? run : changed.flatMap(([name]) => commandsFor(name));
  for (const command of commands) {
    const wait = WAIT.exec(command);
    if (wait) session.advanceTo(session.now + Number(wait[1]) * (UNITS[wait[2] ?? ''] ?? 0));
    else found(session.type(command));
  }
};
