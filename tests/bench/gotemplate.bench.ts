import { readFileSync } from 'node:fs';
import { type Dependency, type Lookup, render } from '../../src/sim/gotemplate/index.ts';
import { type Bench, median } from './bench.ts';

interface Corpus {
  readonly cases: readonly { readonly template: string; readonly errorOnMissingKey?: boolean }[];
  /** Bodies of writes, by path. */
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
}

const file = new URL('../conformance/recordings/agent-templates.json', import.meta.url);
const { cases, secrets, environment } = JSON.parse(readFileSync(file, 'utf8')) as Corpus;

/** What Vault answers a read of a path: the recorded secrets, at once. */
const answers = new Map(Object.entries(secrets).map(([path, body]) => [path, { data: body }]));
const lookup: Lookup = (dependency: Dependency) => {
  const path = 'path' in dependency ? String(dependency.path) : '';
  const data = answers.get(path) ?? answers.get(path.replace('/', '/data/'));
  return data ? { found: true, data } : { found: false };
};

export const bench: Bench = {
  name: 'gotemplate',
  run: () => {
    const renderOne = ({ template, errorOnMissingKey }: Corpus['cases'][number]) =>
      render({ contents: template, ...(errorOnMissingKey !== undefined && { errorOnMissingKey }) }, lookup, {
        environment,
        now: 1_767_600_000_000,
        entropy: 1,
      });
    const rendered = cases.map(renderOne).filter(({ ok }) => ok).length;
    const each = median(() => cases.map(renderOne)) / cases.length;
    const slowest = Math.max(...cases.map((one) => median(() => renderOne(one), 3)));
    return [
      {
        name: 'one template of the recorded corpus, parsed and rendered',
        value: each,
        unit: 'ms',
        aim: 'at most 0.2 ms',
        reached: each <= 0.2,
        detail: `${cases.length} templates, ${rendered} of them without an error; the slowest takes ${slowest.toFixed(2)} ms`,
      },
    ];
  },
};
