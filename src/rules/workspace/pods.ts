import { PREFIX } from '../../sim/injector/index.ts';
import type { Path, Span } from '../../yaml/index.ts';
import { isObject, type Manifest, valueAt, type Workspace } from './workspace.ts';

/** One annotation of a Pod or of another object, where it stands. */
export interface AnnotationSite {
  readonly manifest: Manifest;
  /** Path of the value in the document. */
  readonly path: Path;
  readonly key: string;
  readonly value: unknown;
}

/** The span of the key that leads to a value. */
export const keySpan = (manifest: Manifest, path: Path): Span => {
  const start = manifest.document.keyPlace(path);
  const key = String(path.at(-1) ?? '');
  return { start, end: { line: start.line, column: start.column + key.length } };
};

const annotationsAt = (manifest: Manifest, base: Path): AnnotationSite[] => {
  const path = [...base, 'metadata', 'annotations'];
  const map = valueAt(manifest.document.value, path);
  return isObject(map)
    ? Object.entries(map).map(([key, value]) => ({ manifest, path: [...path, key], key, value }))
    : [];
};

/** Manifests that make Pods, with where the Pod stands in them. */
export const podManifests = (workspace: Workspace): (Manifest & { readonly podPath: Path })[] =>
  workspace.manifests.flatMap((m) => (m.podPath === null ? [] : [{ ...m, podPath: m.podPath }]));

/** Annotations where the injector looks: on the Pod, or on the template of what makes Pods. */
export const podAnnotations = (workspace: Workspace): AnnotationSite[] =>
  podManifests(workspace).flatMap((m) => annotationsAt(m, m.podPath));

/** Annotations on the object itself where Pods are made from a template: the injector never sees these. */
export const outerAnnotations = (workspace: Workspace): AnnotationSite[] =>
  podManifests(workspace).flatMap((m) => (m.podPath.length === 0 ? [] : annotationsAt(m, [])));

export const isInjectors = (site: AnnotationSite): boolean => site.key.startsWith(PREFIX);

/** Pods that ask to be injected. */
export const injectedPods = (workspace: Workspace): (Manifest & { readonly podPath: Path })[] =>
  podManifests(workspace).filter(
    (m) => valueAt(m.document.value, [...m.podPath, 'metadata', 'annotations', `${PREFIX}agent-inject`]) !== undefined,
  );
