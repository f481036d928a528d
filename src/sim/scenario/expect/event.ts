import type { KubeObject } from '../../kubernetes/api/object.ts';
import type { EventExpectation } from './expectation.ts';
import { failed, fits, held, type Observation, quoted } from './look.ts';
import { clusterVersion, objectsOf, readReference } from './objects.ts';
import { countFits, expectedTimes } from './times.ts';

type EventObject = KubeObject & {
  readonly reason?: string;
  readonly message?: string;
  readonly count?: number;
  readonly lastTimestamp?: string;
  readonly involvedObject?: { readonly kind?: string; readonly namespace?: string; readonly name?: string };
};

/** Events about an object of the cluster; an event that came again counts each time. */
export const event: Observation<EventExpectation> = {
  look: (expected, since) => (session) => {
    const about = readReference(expected.about);
    if (!about) return failed(`\`${expected.about}\` is no reference: write for example \`pod app/web-*\``);
    const from = session.run.world.epoch + session.start + since;
    const events = (
      objectsOf(session, { kind: 'event', namespace: about.namespace, name: '*' }) as EventObject[]
    ).filter(
      ({ involvedObject: of, lastTimestamp }) =>
        of?.kind?.toLowerCase() === about.kind &&
        fits(about.name, of.name ?? '') &&
        (since === 0 || lastTimestamp === undefined || Date.parse(lastTimestamp) >= Math.floor(from / 1000) * 1000),
    );
    const right = events.filter(
      ({ reason, message = '' }) =>
        reason === expected.reason && (expected.contains === undefined || message.includes(expected.contains)),
    );
    const count = right.reduce((sum, { count: n = 1 }) => sum + n, 0);
    const first = right[0] ?? events.at(-1);
    const seen = first
      ? `${expected.about} has the event ${first.reason}: ${quoted(first.message ?? '')}`
      : `there is no event about ${expected.about}`;
    return countFits(count, expected)
      ? held(seen)
      : failed(`${seen}; expected ${expected.reason} ${expectedTimes(expected)}`);
  },
  version: clusterVersion,
};
