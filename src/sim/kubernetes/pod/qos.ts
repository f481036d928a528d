import { quantityOf } from '../../go/quantity.ts';
import type { PodSpec } from './types.ts';

const positive = (text: string | undefined): boolean => text !== undefined && quantityOf(text).mantissa > 0n;

/** Quality of service: `Guaranteed`, `Burstable` or `BestEffort`. Source: kubernetes pkg/apis/core/helper/qos. */
export const qosClass = (spec: PodSpec): string => {
  const all = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  const asks = all.some(({ resources }) =>
    ['cpu', 'memory'].some((name) => positive(resources?.limits?.[name]) || positive(resources?.requests?.[name])),
  );
  if (!asks) return 'BestEffort';
  const guaranteed = all.every(({ resources }) =>
    ['cpu', 'memory'].every((name) => {
      const limit = resources?.limits?.[name];
      return positive(limit) && (resources?.requests?.[name] ?? limit) === limit;
    }),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
};
