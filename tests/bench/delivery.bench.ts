import { readContent } from '../../src/content-check/content.ts';
import { playable } from '../../src/content-check/playable.ts';
import { measureDelivery } from '../../src/sim/delivery/measure/index.ts';
import { machines } from '../../src/sim/index.ts';
import { contentFiles } from '../content/files.ts';
import type { Bench } from './bench.ts';

const WAYS = ['sdk', 'init', 'sidecar', 'csi', 'secrets-operator'];

/** Each way of delivery measured once: what a build of the site spends on the comparison page. */
export const bench: Bench = {
  name: 'delivery',
  run: () => {
    const { content } = readContent(contentFiles());
    const taken = WAYS.map((id) => {
      const scenario = content.scenarios[`delivery-${id}`]?.value;
      const ready = scenario && playable(content, id, scenario.title, scenario);
      if (!ready) throw new Error(`no scenario delivery-${id}`);
      const from = performance.now();
      measureDelivery(machines, {
        world: { ...ready.world, files: ready.files },
        manifest: 'app.yaml',
        plaintext: 's3cr3t',
        replacement: 'r0tated',
        replace: 'vault kv put kv/app/config username=web password=r0tated',
      });
      return { id, seconds: (performance.now() - from) / 1000 };
    });
    const seconds = taken.reduce((sum, way) => sum + way.seconds, 0);
    return [
      {
        name: 'the five ways measured once',
        value: seconds,
        unit: 's',
        aim: 'at most 10 s',
        reached: seconds <= 10,
        detail: taken.map((way) => `${way.id} ${way.seconds.toFixed(1)} s`).join(', '),
      },
    ];
  },
};
