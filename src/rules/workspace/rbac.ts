import { isObject } from './workspace.ts';

/** One rule of a Role or ClusterRole; lists that are none are empty. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((v) => (v === null ? '' : String(v))) : [];

export const rulesOf = (value: Readonly<Record<string, unknown>>): AccessRule[] =>
  (Array.isArray(value.rules) ? value.rules : []).map((rule) => {
    const { apiGroups, resources, verbs } = isObject(rule) ? rule : {};
    return { apiGroups: texts(apiGroups), resources: texts(resources), verbs: texts(verbs) };
  });
