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

interface Kept {
  readonly name: string;
  readonly before: readonly Hook[];
}

/** Somebody changes the webhook's registration, and later writes it as it was. @param more done besides */
const hookChange = (
  change: object,
  more: { readonly begin: readonly Command[]; readonly end: readonly Command[] } = { begin: [], end: [] },
): Pick<Fault, 'begin' | 'end'> => ({
  begin: (run) => {
    const configuration = registration(run);
    const before = hooksOf(configuration);
    const changed = before.map((hook) => (hook.name === HOOK ? { ...hook, ...change } : hook));
    return {
      commands: [patch(configuration, changed), ...more.begin],
      remember: { name: nameOf(configuration), before } satisfies Kept,
    };
  },
  end: (run, remembered) => {
    const { name, before } = remembered as Kept;
    const configuration = objectsOf(run, PLURAL).find((c) => nameOf(c) === name);
    return [...more.end, ...(configuration ? [patch(configuration, before)] : [])];
  },
});

/** Nothing answers at the injector's address, under a failure policy. */
export const policyChange = (id: string, failurePolicy: 'Ignore' | 'Fail'): Pick<Fault, 'begin' | 'end'> =>
  hookChange(
    { failurePolicy },
    {
      begin: [{ type: 'fault', fault: { id, from: '*', to: 'injector', effect: 'refuse' } }],
      end: [{ type: 'heal', id }],
    },
  );

/** The webhook is asked about the Pods of some namespaces only. */
export const selectorChange = (namespaceSelector: object): Pick<Fault, 'begin' | 'end'> =>
  hookChange({ namespaceSelector });
