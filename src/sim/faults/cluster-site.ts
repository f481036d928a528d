/** The cluster of a world as a fault finds it. */
import type { Run } from '../kernel/index.ts';
import { type KubeObject, nameOf, namespaceOf, part } from '../kubernetes/api/object.ts';
import type { KubernetesContext } from '../kubernetes/index.ts';
import { KINDS } from '../kubernetes/kinds/index.ts';
import { apiVersionOf, type Kind } from '../kubernetes/kinds/kind.ts';
import { bucketOf, list } from '../kubernetes/store/store.ts';
import { FaultError } from './fault.ts';

const kindCalled = (plural: string): Kind => {
  const kind = KINDS.find((k) => k.plural === plural);
  if (!kind) throw new Error(`no kind ${plural}`);
  return kind;
};

const cluster = (run: Run): KubernetesContext => {
  const actor = run.actor('kubernetes');
  if (!actor) throw new FaultError('there is no cluster in this world', 'Begin with a world that has one.');
  return actor.snapshot.context as KubernetesContext;
};

/** All objects of a kind in all namespaces. @param plural `pods` */
export const objectsOf = (run: Run, plural: string): readonly KubeObject[] =>
  list(cluster(run).api.store, bucketOf(kindCalled(plural)), '');

/** Settings of the API server: keys, issuer, authority. */
export const clusterSettings = (run: Run): KubernetesContext['api']['settings'] => cluster(run).api.settings;

/** Path of an object in the API. */
export const pathOf = (plural: string, object: KubeObject): string => {
  const kind = kindCalled(plural);
  const root = kind.group === '' ? '/api/v1' : `/apis/${apiVersionOf(kind)}`;
  const space = kind.namespaced ? `/namespaces/${namespaceOf(object)}` : '';
  return `${root}${space}/${plural}/${nameOf(object)}`;
};

/** Path of an object's collection. */
export const collectionOf = (plural: string, object: KubeObject): string =>
  pathOf(plural, object).replace(/\/[^/]+$/, '');

/** An object as one would write it again after it was deleted. */
export const manifestOf = (plural: string, object: KubeObject): object => {
  const { uid: _u, resourceVersion: _r, creationTimestamp: _c, generation: _g, ...metadata } = object.metadata;
  const { status: _s, ...rest } = object;
  const kind = kindCalled(plural);
  return { apiVersion: apiVersionOf(kind), kind: kind.kind, ...rest, metadata };
};

const INJECT = 'vault.hashicorp.com/agent-inject';

/** Objects with a Pod template that asks for injection, and the template's parts that matter here. */
export const injectedWorkloads = (
  run: Run,
): readonly { readonly namespace: string; readonly serviceAccount: string; readonly role: string }[] =>
  ['deployments', 'statefulsets', 'daemonsets', 'jobs'].flatMap((plural) =>
    objectsOf(run, plural).flatMap((object) => {
      const template = part(part(object, 'spec'), 'template');
      const annotations = part(part(template, 'metadata'), 'annotations') as Readonly<Record<string, string>>;
      if (annotations[INJECT] !== 'true') return [];
      return {
        namespace: namespaceOf(object),
        serviceAccount: String(part(template, 'spec').serviceAccountName ?? 'default'),
        role: annotations['vault.hashicorp.com/role'] ?? '',
      };
    }),
  );

/** The same. @throws FaultError when nothing asks for injection */
export const someWorkloads = (run: Run): ReturnType<typeof injectedWorkloads> => {
  const found = injectedWorkloads(run);
  if (found.length > 0) return found;
  throw new FaultError('no workload asks for the injector', 'Deploy one first: `kubectl apply -f app.yaml`.');
};

/** Actors of one kind, by id. */
export const actorsOfKind = (run: Run, kind: string): readonly string[] =>
  run.actors().filter((id) => run.actor(id)?.kind === kind);

/** Containers whose program is a Vault Agent that stays. @throws FaultError when none runs */
export const agentContainers = (run: Run): readonly string[] => {
  const found = actorsOfKind(run, 'kubernetes/container').filter((id) => id.endsWith('/vault-agent'));
  if (found.length > 0) return found;
  throw new FaultError('no Vault Agent runs', 'Deploy a workload with the injector first.');
};
