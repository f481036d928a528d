import { rfc3339, type Wall } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import type { ApiCall } from './client.ts';
import { collection, MERGE_PATCH } from './client.ts';

/** Something worth telling about an object, as `kubectl describe` lists it. */
export interface Note {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** `spec.containers{app}`, for what concerns one container. */
  readonly fieldPath?: string;
}

/** Who tells. */
export interface Source {
  readonly component: string;
  readonly host?: string;
}

/** The object an event is about. */
export interface About {
  readonly kind: string;
  readonly apiVersion: string;
  readonly object: KubeObject;
}

/** Events told before, by their text: repeated ones are counted up. */
export type Told = Readonly<Record<string, { readonly name: string; readonly count: number }>>;

/** Events remembered for counting up; older ones are told anew, as by the real recorder's cache. */
const REMEMBERED = 128;

const recent = (told: Told): Told => {
  const all = Object.entries(told);
  return all.length < REMEMBERED ? told : Object.fromEntries(all.slice(-REMEMBERED / 2));
};

/** The call that records an event: a new object, or one more on the count of an old one (client-go tools/record). */
export const tell = (
  told: Told,
  about: About,
  note: Note,
  source: Source,
  wall: Wall,
): { readonly call: ApiCall; readonly told: Told } => {
  const { metadata } = about.object;
  const namespace = metadata.namespace ?? 'default';
  const key = `${metadata.uid} ${note.type} ${note.reason} ${note.message} ${note.fieldPath ?? ''}`;
  const known = told[key];
  const time = rfc3339(wall);
  if (known) {
    const count = known.count + 1;
    return {
      told: { ...told, [key]: { ...known, count } },
      call: {
        method: 'PATCH',
        path: `${collection('', 'events', namespace)}/${known.name}`,
        contentType: MERGE_PATCH,
        body: { count, lastTimestamp: time },
      },
    };
  }
  // Like the real names: the moment in hexadecimal nanoseconds, so that names sort as the events happened.
  const moment =
    BigInt(Math.floor(wall)) * 1_000_000n + BigInt(Object.keys(told).length + source.component.length * 1000);
  const name = `${metadata.name}.${moment.toString(16)}`;
  const body = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace },
    involvedObject: {
      kind: about.kind,
      namespace: metadata.namespace,
      name: metadata.name,
      uid: metadata.uid,
      apiVersion: about.apiVersion,
      resourceVersion: metadata.resourceVersion,
      ...(note.fieldPath !== undefined && { fieldPath: note.fieldPath }),
    },
    reason: note.reason,
    message: note.message,
    source,
    firstTimestamp: time,
    lastTimestamp: time,
    count: 1,
    type: note.type,
    reportingComponent: source.component,
    reportingInstance: source.host ?? '',
  };
  return {
    told: { ...recent(told), [key]: { name, count: 1 } },
    call: { method: 'POST', path: collection('', 'events', namespace), body },
  };
};
