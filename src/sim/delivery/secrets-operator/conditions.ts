import { rfc3339, type Wall } from '../../kernel/time.ts';
import { type KubeObject, part } from '../../kubernetes/api/object.ts';

/** An entry of `status.conditions`. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False';
  readonly reason: string;
  readonly message: string;
}

type Stored = Condition & { readonly observedGeneration?: number; readonly lastTransitionTime?: string };

/** What the resource says of itself as a whole: `Healthy` and `Ready`. */
export const healthConditions = (kind: string, healthy: boolean): Condition[] => {
  const status = healthy ? 'True' : 'False';
  const reason = healthy ? 'Healthy' : 'Unhealthy';
  return [
    { type: 'Healthy', status, reason, message: `${kind}${reason}` },
    { type: 'Ready', status, reason: 'Ready', message: `${kind}Ready` },
  ];
};

/** Whether the Secret is in step. */
export const synced = (status: 'True' | 'False', message: string): Condition => ({
  type: 'SecretSynced',
  status,
  reason: 'Synced',
  message,
});

/**
 * The conditions of a status after an update: those that are not told anew stay, in front; of those told twice the first
 * counts. Source: vault-secrets-operator 1.4.1: controllers/common.go (updateConditions).
 */
export const updatedConditions = (object: KubeObject, updates: readonly Condition[], wall: Wall): Stored[] => {
  const { conditions } = part(object, 'status');
  const current = Array.isArray(conditions) ? (conditions as Stored[]) : [];
  const fresh = updates.filter(({ type }, i) => updates.findIndex((u) => u.type === type) === i);
  return [
    ...current.filter(({ type }) => !fresh.some((f) => f.type === type)),
    ...fresh.map((condition) => ({
      ...condition,
      ...(object.metadata.generation !== undefined && { observedGeneration: object.metadata.generation }),
      lastTransitionTime: rfc3339(wall),
    })),
  ];
};
