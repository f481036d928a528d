import type { KubeObject } from '../../kubernetes/api/object.ts';
import { nameOf, namespaceOf } from '../../kubernetes/api/object.ts';
import { KINDS } from '../../kubernetes/kinds/index.ts';
import { clearData } from '../../kubernetes/kubelet/environment.ts';
import { mountsOf } from '../../kubernetes/kubelet/volumes.ts';
import { podSpecOf } from '../../kubernetes/pod/types.ts';
import { bucketOf, list } from '../../kubernetes/store/store.ts';
import type { Session } from '../../scenario/session.ts';
import { podsIn, storeIn } from './subject.ts';

/** Where a secret stands in clear, outside of Vault. Each list is sorted and names every place once. */
export interface Plaintext {
  /** Files in memory-backed volumes, as `container: path`. */
  readonly tmpfs: readonly string[];
  /** Files on a node's disk. */
  readonly disk: readonly string[];
  /** Objects of the API server: `Secret app/web`. */
  readonly etcd: readonly string[];
  /** Containers with the text in a variable, as `container: NAME`. */
  readonly environment: readonly string[];
  /** Processes that hold it in their memory: names of containers. */
  readonly memory: readonly string[];
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Volumes of these kinds live in memory: the kubelet and the CSI driver mount them as tmpfs. */
const isTmpfs = (pod: KubeObject, volume: string): boolean => {
  const found = (podSpecOf(pod).volumes ?? []).find(({ name }) => name === volume);
  if (!found) return false;
  return found.emptyDir ? found.emptyDir.medium === 'Memory' : Boolean(found.csi ?? found.secret ?? found.projected);
};

/** Files of the workload's Pods, as its containers see them. */
const filesIn = (session: Session, text: string): { readonly tmpfs: string[]; readonly disk: string[] } => {
  const out = { tmpfs: [] as string[], disk: [] as string[] };
  for (const pod of podsIn(session)) {
    const root = `pods/${namespaceOf(pod)}/${nameOf(pod)}/`;
    for (const [path, file] of session.run.files()) {
      if (!path.startsWith(root) || !file.text.includes(text)) continue;
      const volume = path.slice(root.length).split('/')[0] ?? '';
      const containers = podSpecOf(pod).containers ?? [];
      const seen = containers.flatMap((container) =>
        mountsOf(pod, container)
          .filter(({ to }) => path === to || path.startsWith(`${to}/`))
          .map(({ at, to }) => `${container.name}: ${at}${path.slice(to.length)}`),
      );
      out[isTmpfs(pod, volume) ? 'tmpfs' : 'disk'].push(...seen);
    }
  }
  return out;
};

const objectsWith = (session: Session, text: string): string[] => {
  const store = storeIn(session);
  if (!store) return [];
  return KINDS.flatMap((kind) =>
    list(store, bucketOf(kind), '')
      .filter((object) => {
        const data = kind.plural === 'secrets' ? JSON.stringify(clearData(object, 'secrets')) : '';
        return data.includes(text) || JSON.stringify(object).includes(text);
      })
      .map((object) => `${kind.kind} ${namespaceOf(object)}/${nameOf(object)}`),
  );
};

/** A program in a container: `pods/<namespace>/<pod>/<container>` and what it started. */
const PROCESS = /^pods\/[^/]+\/[^/]+\/([^/]+)/;

interface Launched {
  readonly env?: Readonly<Record<string, string>>;
  readonly launch?: { readonly env?: Readonly<Record<string, string>> };
}

/** Look through everything that is there now for a text. */
export const plaintextIn = (session: Session, text: string): Plaintext => {
  const environment: string[] = [];
  const memory: string[] = [];
  for (const id of session.run.actors()) {
    const container = PROCESS.exec(id)?.[1];
    const context = session.run.actor(id)?.snapshot.context as Launched | undefined;
    if (container === undefined || context === undefined || !JSON.stringify(context).includes(text)) continue;
    const env = Object.entries(context.launch?.env ?? context.env ?? {}).filter(([, value]) => value.includes(text));
    environment.push(...env.map(([name]) => `${container}: ${name}`));
    // What stands in the environment stands in memory too; told apart, the two are of more use.
    if (env.length === 0) memory.push(container);
  }
  const { tmpfs, disk } = filesIn(session, text);
  return {
    tmpfs: sorted(tmpfs),
    disk: sorted(disk),
    etcd: sorted(objectsWith(session, text)),
    environment: sorted(environment),
    memory: sorted(memory),
  };
};

/** Whether the application itself has a text: in a file that it sees, a variable, or its memory. */
export const applicationHas = (session: Session, text: string): boolean => {
  const has = (names: readonly string[]): boolean => names.some((name) => name === 'app' || name.startsWith('app: '));
  const { tmpfs, disk } = filesIn(session, text);
  if (has(tmpfs) || has(disk)) return true;
  return podsIn(session).some((pod) => {
    const context = session.run.actor(`pods/${namespaceOf(pod)}/${nameOf(pod)}/app`)?.snapshot.context;
    return context !== undefined && JSON.stringify(context).includes(text);
  });
};
