import type { Path } from '../../yaml/index.ts';
import type { Injection } from './injection.ts';
import { isObject, valueAt } from './workspace.ts';

/** A ServiceAccount token that a Pod's author projects. */
export interface ProjectedToken {
  /** Name of the volume. */
  readonly name: string;
  readonly audience: string | undefined;
  /** Path of the projection, or of its audience. */
  readonly path: Path;
}

export const projectedTokens = ({ manifest, spec }: Injection): ProjectedToken[] =>
  (Array.isArray(spec.volumes) ? spec.volumes : []).flatMap((volume, i) => {
    const sources = valueAt(volume, ['projected', 'sources']);
    return (Array.isArray(sources) ? sources : []).flatMap((source, k): ProjectedToken[] => {
      const token = valueAt(source, ['serviceAccountToken']);
      if (!isObject(token)) return [];
      const path = [...manifest.podPath, 'spec', 'volumes', i, 'projected', 'sources', k, 'serviceAccountToken'];
      const audience = typeof token.audience === 'string' && token.audience !== '' ? token.audience : undefined;
      return [
        {
          name: String(valueAt(volume, ['name'])),
          audience,
          path: audience === undefined ? path : [...path, 'audience'],
        },
      ];
    });
  });

/** The projected token that the Agent logs in with; undefined: the one that every Pod gets. */
export const tokenOf = (injection: Injection): ProjectedToken | undefined => {
  const name = injection.get('agent-service-account-token-volume-name');
  return name ? projectedTokens(injection).find((t) => t.name === name) : undefined;
};
