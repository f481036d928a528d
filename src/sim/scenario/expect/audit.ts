import type { Time } from '../../kernel/index.ts';
import type { VaultContext } from '../../vault/index.ts';
import type { Session } from '../session.ts';
import type { AuditExpectation } from './expectation.ts';
import { failed, fits, held, type Observation, quoted } from './look.ts';
import { countFits, expectedTimes } from './times.ts';

/** As much of an audit line as is looked at. (vault: audit/types.go) */
interface AuditLine {
  readonly error?: string;
  readonly request?: { readonly path?: string; readonly operation?: string };
}

const devices = (session: Session): string[] => {
  const vault = session.run.actor('vault')?.snapshot.context as VaultContext | undefined;
  return Object.values(vault?.state.audit ?? {}).flatMap(({ options }) => options.file_path ?? []);
};

/** What a device's file held at a moment. By the history, not by the lines' own times: Vault's clock may be wrong. */
const textBefore = (session: Session, path: string, moment: Time): string => {
  const entry = session.run.history.findLast((e) => e.kind === 'file' && e.path === path && e.at < moment);
  return entry?.kind === 'file' ? (entry.text ?? '') : '';
};

const linesSince = (session: Session, since: Time): AuditLine[] =>
  devices(session).flatMap((path) => {
    const text = session.run.file(path)?.text ?? '';
    const before = textBefore(session, path, session.start + since);
    const fresh = text.startsWith(before) ? text.slice(before.length) : text;
    return fresh.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as AuditLine] : []));
  });

/** Lines that Vault's audit devices wrote to files. */
export const audit: Observation<AuditExpectation> = {
  look: (expected, since) => (session) => {
    if (devices(session).length === 0) return failed('Vault has no audit device');
    const about = linesSince(session, since).filter(
      ({ request }) =>
        fits(expected.path, request?.path ?? '') &&
        (expected.operation === undefined || request?.operation === expected.operation),
    );
    const right = about.filter(
      ({ error = '' }) =>
        expected.error === undefined || (expected.error === '' ? error === '' : error.includes(expected.error)),
    );
    const last = right.at(-1) ?? about.at(-1);
    const seen = last
      ? `the audit log has ${about.length} lines for ${expected.path}, the last ${last.error ? `with the error ${quoted(last.error)}` : 'without an error'}`
      : `the audit log has no line for ${expected.path}`;
    return countFits(right.length, expected) ? held(seen) : failed(`${seen}; expected ${expectedTimes(expected)}`);
  },
  version: (session: Session) => session.run.world.length,
};
