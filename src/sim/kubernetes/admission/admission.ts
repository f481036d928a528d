import type { Random } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Operation } from '../server/pending.ts';
import type { ApiState } from '../server/state.ts';
import { defaultTolerations } from './default-tolerations.ts';
import { namespaceLifecycle } from './namespace-lifecycle.ts';
import { nodeTaint } from './node-taint.ts';
import { priority } from './priority.ts';
import { serviceAccount } from './service-account.ts';

/** A write as the built-in plugins see it; they change `object` in place or throw a StatusError. */
export interface Admission {
  readonly state: ApiState;
  readonly kind: Kind;
  readonly operation: Operation;
  readonly namespace: string;
  /** Name, or what it will begin with. */
  readonly name: string;
  readonly subresource: string;
  readonly object: KubeObject | null;
  readonly random: Random;
}

/** Built-in plugins in the API server's fixed order; webhooks come after them. */
const PLUGINS: readonly ((a: Admission) => void)[] = [
  namespaceLifecycle,
  serviceAccount,
  nodeTaint,
  priority,
  defaultTolerations,
];

/** Run the built-in plugins. @throws StatusError */
export const admit = (a: Admission): void => {
  for (const plugin of PLUGINS) plugin(a);
};
