import type { Effect } from '../../kernel/effects.ts';
import { type KubeObject, namespaceOf, part } from '../../kubernetes/api/object.ts';
import { type Condition, healthConditions, updatedConditions } from './conditions.ts';
import type { DestinationInput } from './destination.ts';
import { type InUse, type ResourceContext, record } from './resource.ts';
import { KINDS, type Plural } from './resources.ts';
import type { RestartInput, RestartOutput, RestartTarget } from './rollout-restart.ts';
import type { SecretData } from './secret-data.ts';
import type { StatusInput, StatusOutput } from './status.ts';

/** Steps that static and dynamic secrets have in common, as effects of their actors. */

/** The resource's `spec`. */
export const specOf = ({ object }: ResourceContext) => part(object, 'spec');
/** Its `status`. */
export const statusOf = ({ object }: ResourceContext) => part(object, 'status');

/** `spec.rolloutRestartTargets`. */
export const targetsOf = (c: ResourceContext): readonly RestartTarget[] => {
  const { rolloutRestartTargets: targets } = specOf(c);
  return Array.isArray(targets) ? (targets as RestartTarget[]) : [];
};

const child = (c: ResourceContext, name: string, input: object): Effect => ({
  type: 'spawn',
  params: { id: `${c.self}/${name}`, kind: `vault-secrets-operator/${name}`, input },
});

/** Write the destination Secret; the answer is a `DestinationOutput`. */
export const writeDestination = (c: ResourceContext, plural: Plural, data: SecretData): Effect => {
  const input: DestinationInput = { token: c.token, object: c.object, kind: KINDS[plural], data };
  return child(c, 'destination', input);
};

/** Restart the workloads; the answer is a `RestartOutput`. */
export const restartWorkloads = (c: ResourceContext): Effect => {
  const input: RestartInput = { token: c.token, namespace: namespaceOf(c.object), targets: targetsOf(c) };
  return child(c, 'rollout-restart', input);
};

/** The two controllers say it with other signs. */
const FAILED: Readonly<Partial<Record<Plural, string>>> = { vaultstaticsecrets: ', err=', vaultdynamicsecrets: ': ' };

/** What came of the restarts: their events, and a condition. */
export const afterRestart = (
  c: ResourceContext,
  plural: Plural,
  { notes, error }: RestartOutput,
  wall: number,
): ReturnType<typeof record> & { readonly condition: Condition } => {
  const well = error === '';
  return {
    ...record(c, plural, notes, wall),
    condition: {
      type: 'RolloutRestart',
      status: well ? 'True' : 'False',
      reason: well ? 'RolloutRestartTriggered' : 'RolloutRestartTriggeredFailed',
      message: well ? 'Rollout restart triggered' : `Rollout restart trigger failed${FAILED[plural]}${error}`,
    },
  };
};

/**
 * Write the status: what both kinds say, and what the caller adds. The answer is a `StatusOutput`.
 * @param healthy whether the secret could be synced
 */
export const reportStatus = (
  c: ResourceContext & { readonly use: InUse | null },
  plural: Plural,
  finalizer: string,
  told: { readonly conditions: readonly Condition[]; readonly healthy: boolean; readonly wall: number },
  more: object,
): Effect => {
  const conditions = [...told.conditions, ...healthConditions(KINDS[plural], told.healthy)];
  const status = {
    lastGeneration: c.object.metadata.generation,
    ...more,
    ...(c.use && { vaultClientMeta: { cacheKey: c.use.key, id: c.use.id } }),
    conditions: updatedConditions(c.object, conditions, told.wall),
  };
  const input: StatusInput = { token: c.token, plural, object: c.object, status, finalizer };
  return child(c, 'status', input);
};

/** The resource as its status was written, or as it was. */
export const objectAfterStatus = (c: ResourceContext, output: unknown): KubeObject =>
  (output as StatusOutput).object ?? c.object;
