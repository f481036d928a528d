/** The registration of the injector's webhook, and a fault in which it cannot be called. */
import type { Command, Run } from '../../kernel/index.ts';
import { type KubeObject, nameOf } from '../../kubernetes/api/object.ts';
import { objectsOf, pathOf } from '../cluster-site.ts';
import { type Fault, FaultError } from '../fault.ts';
import { MERGE_PATCH, toKubernetes } from '../requests.ts';

const PLURAL = 'mutatingwebhookconfigurations';
const HOOK = 'vault.hashicorp.com';

interface Hook {
  readonly name: string;
  readonly failurePolicy?: string;
}

const hooksOf = (configuration: KubeObject): readonly Hook[] => (configuration.webhooks ?? []) as readonly Hook[];

/** @throws FaultError when the injector is not registered */
const registration = (run: Run): KubeObject => {
  const found = objectsOf(run, PLURAL).find((c) => hooksOf(c).some(({ name }) => name === HOOK));
  if (found) return found;
  throw new FaultError("the injector's webhook is not registered", 'Begin with a world in which it is installed.');
};

const patch = (configuration: KubeObject, webhooks: readonly Hook[]): Command =>
  toKubernetes('PATCH', pathOf(PLURAL, configuration), { webhooks }, MERGE_PATCH);

/** Nothing answers at the injector's address, under a failure policy. */
export const policyChange = (id: string, policy: 'Ignore' | 'Fail'): Pick<Fault, 'begin' | 'end'> => ({
  begin: (run) => {
    const configuration = registration(run);
    const before = hooksOf(configuration);
    return {
      commands: [
        patch(
          configuration,
          before.map((hook) => (hook.name === HOOK ? { ...hook, failurePolicy: policy } : hook)),
        ),
        { type: 'fault', fault: { id, from: '*', to: 'injector', effect: 'refuse' } },
      ],
      remember: { name: nameOf(configuration), before },
    };
  },
  end: (run, remembered) => {
    const { name, before } = remembered as { readonly name: string; readonly before: readonly Hook[] };
    const configuration = objectsOf(run, PLURAL).find((c) => nameOf(c) === name);
    return [{ type: 'heal', id }, ...(configuration ? [patch(configuration, before)] : [])];
  },
});
