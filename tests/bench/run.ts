/** `npm run bench [-- NAME…]`: prints every figure with its aim. Never fails on a slow machine: figures are for reading. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Bench, short } from './bench.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((n) => n.endsWith('.bench.ts'))
  .sort();
for (const file of files) {
  const { bench } = (await import(`./${file}`)) as { bench: Bench };
  if (wanted.length > 0 && !wanted.some((w) => bench.name.includes(w))) continue;
  console.log(`\n${bench.name}`);
  for (const m of await bench.run()) {
    const aim =
      m.aim === undefined
        ? ''
        : `   aim ${m.aim}${m.reached === undefined ? '' : m.reached ? ': reached' : ': MISSED'}`;
    console.log(`  ${m.name}: ${short(m.value)} ${m.unit}${aim}${m.detail ? `   (${m.detail})` : ''}`);
  }
}
