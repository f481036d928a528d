import type { PlayedRun, RecordedRun } from '../../share/recorded-run.ts';
import { machines, type Pause, type Pieces, Session } from '../../sim/index.ts';

/**
 * Play a recorded run again, in pieces.
 * @param onSession called as soon as there is a session, which then goes on
 * @throws SessionError when its setup fails, as it does today
 */
export function* sessionOf(
  record: RecordedRun & { readonly run: PlayedRun },
  pause: Pause,
  onSession: (session: Session) => void,
): Pieces<void> {
  const { files, steps, now, end } = record.run;
  const session = yield* Session.begin(machines, { ...record.world, files }, pause);
  onSession(session);
  for (const step of steps) yield* session.doing(step, pause);
  yield* session.advancing(end, pause);
  yield* session.seeking(Math.min(now, session.now), pause);
}
