import { podSpecOf, type Toleration } from '../pod/types.ts';
import type { Admission } from './admission.ts';

const KEYS = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

const tolerates = (t: Toleration, key: string): boolean =>
  (t.key === key || !t.key) && (t.effect === 'NoExecute' || !t.effect);

/** Let a Pod stay five minutes on a node that is lost (kubernetes: plugin/pkg/admission/defaulttolerationseconds). In place. */
export const defaultTolerations = ({ kind, operation, subresource, object }: Admission): void => {
  if (kind.kind !== 'Pod' || operation !== 'CREATE' || subresource !== '' || !object) return;
  const spec = podSpecOf(object);
  const given = spec.tolerations ?? [];
  const missing = KEYS.filter((key) => !given.some((t) => tolerates(t, key)));
  spec.tolerations = [
    ...given,
    ...missing.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 })),
  ];
};
