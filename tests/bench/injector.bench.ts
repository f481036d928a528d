import { describeAnnotations, dryRun, PREFIX, settingsWith } from '../../src/sim/injector/index.ts';
import { Random } from '../../src/sim/kernel/index.ts';
import { type Bench, median } from './bench.ts';

const PODS = 1_000;
const settings = settingsWith({ vaultAddress: 'http://vault.vault.svc:8200' });

/** A Pod with a secret, a role and up to a dozen other annotations with their own examples. */
const randomPod = (random: Random): object => {
  const known = describeAnnotations().filter(({ topic }) => topic !== 'activation');
  const suffix = { secret: '-config', parameter: '-audience', plain: '', 'plain or secret': '-config' } as const;
  const annotations: Record<string, string> = {
    [`${PREFIX}agent-inject`]: 'true',
    [`${PREFIX}agent-inject-secret-config`]: 'kv/data/app/config',
  };
  for (let i = random.below(12); i > 0; i--) {
    const one = known[random.below(known.length)];
    if (one) annotations[PREFIX + one.name + suffix[one.form]] = one.example;
  }
  annotations[`${PREFIX}role`] = 'app-web';
  const containers = Array.from({ length: 1 + random.below(3) }, (_, i) => ({ name: `app-${i}`, image: 'app:1' }));
  return { metadata: { annotations }, spec: { containers } };
};

export const bench: Bench = {
  name: 'injector',
  run: () => {
    const random = new Random(1);
    const pods = Array.from({ length: PODS }, () => randomPod(random));
    const outcomes = pods.map((pod) => dryRun(pod, settings).outcome);
    const each = median(() => pods.map((pod) => dryRun(pod, settings))) / PODS;
    const injected = outcomes.filter((outcome) => outcome === 'injected').length;
    return [
      {
        name: 'one mutation, with causes, patched Pod and decoded configuration',
        value: each,
        unit: 'ms',
        aim: 'at most 1 ms',
        reached: each <= 1,
        detail: `${PODS} random Pods, ${injected} of them injected`,
      },
    ];
  },
};
