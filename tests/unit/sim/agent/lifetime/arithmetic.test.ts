import { describe, expect, it } from 'vitest';
import {
  ends,
  grace,
  nextBackoff,
  renewalSleep,
  startBackoff,
} from '../../../../../src/sim/agent/lifetime/arithmetic.ts';

/** Times (s) of renewals and what they granted, for a token that renews to `ttl` until `max`. */
const trace = (ttl: number, max: number, u: number): { renewals: [number, number][]; end: number } => {
  const g = grace(ttl, u);
  const renewals: [number, number][] = [];
  for (let at = 0; ; ) {
    const granted = Math.min(ttl, max - at);
    renewals.push([Math.round(at), Math.round(granted)]);
    const sleep = renewalSleep(granted, g);
    if (ends(granted, sleep, g)) return { renewals, end: at };
    at += sleep;
  }
};

describe('lifetime arithmetic', () => {
  it.each([
    [
      0,
      [
        [0, 3600],
        [2520, 3600],
        [5040, 3600],
        [7560, 3600],
        [10080, 3600],
        [12600, 1800],
        [13920, 480],
      ],
    ],
    [
      0.5,
      [
        [0, 3600],
        [2580, 3600],
        [5160, 3600],
        [7740, 3600],
        [10320, 3600],
        [12900, 1500],
      ],
    ],
  ])('a token of 1 h with a maximum of 4 h is renewed until its last grant is too short (u = %d)', (u, renewals) => {
    expect(trace(3600, 4 * 3600, u).renewals).toEqual(renewals);
  });

  it('stops with 920 s to go when the grace is long', () => {
    expect(trace(1200, 1800, 0.999999).renewals).toEqual([
      [0, 1200],
      [880, 920],
    ]);
  });

  it('sleeps 70 to 73.4 % of a lease whatever is drawn', () => {
    for (const u of [0, 0.3, 0.999]) {
      const share = renewalSleep(12_000, grace(12_000, u)) / 12_000;
      expect(share).toBeGreaterThanOrEqual(0.7);
      expect(share).toBeLessThan(0.7334);
    }
  });

  it('has no wait to offer when the first one would outlast the lease', () => {
    const short = startBackoff(0, 3_400);
    expect(nextBackoff(short, 0, 0).wait).toBeNull();
    const long = startBackoff(0, 1_000_000);
    expect(nextBackoff(long, 0, 0.5).wait).toBe(10_000);
    expect(nextBackoff(nextBackoff(long, 0, 0.5).backoff, 10_000, 0).wait).toBe(10_000);
  });
});
