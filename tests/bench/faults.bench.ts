import { tryFaults } from '../../src/content-check/faults.ts';
import { contentFiles } from '../content/files.ts';
import type { Bench } from './bench.ts';

/** The whole catalogue of faults: worlds begun, each fault begun, looked at by all observers, ended, looked at again. */
export const bench: Bench = {
  name: 'faults',
  run: () => {
    const files = contentFiles();
    const from = performance.now();
    const tried = tryFaults(files);
    const seconds = (performance.now() - from) / 1000;
    const virtual = tried.reduce((sum, { session }) => sum + session.now, 0) / 1000;
    const looks = tried.reduce((sum, t) => sum + t.recovery.length + t.observed.flatMap((o) => o.outcomes).length, 0);
    return [
      {
        name: 'the whole catalogue played once, from a cold start',
        value: seconds,
        unit: 's',
        aim: 'at most 5 s',
        reached: seconds <= 5,
        detail: `${tried.length} faults, ${looks} looks, ${Math.round(virtual / 60)} virtual minutes`,
      },
    ];
  },
};
