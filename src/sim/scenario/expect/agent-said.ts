import type { Session } from '../session.ts';
import { quoted } from './look.ts';

/**
 * What a Pod's Agent has last said, as the end of a sentence: why it has no token or no file yet.
 * @param place of the Pod, `pods/<namespace>/<name>`
 */
export const agentSaid = (session: Session, place: string): string => {
  const lines = session.run.history.flatMap((entry) =>
    entry.kind === 'log' && entry.actor.startsWith(`${place}/vault-agent`) && entry.text.trim() !== '' ? [entry] : [],
  );
  const told = lines.findLast(({ level }) => level === 'error' || level === 'warn') ?? lines.at(-1);
  return told ? `; the Agent's log says ${quoted(told.text)}` : '';
};
