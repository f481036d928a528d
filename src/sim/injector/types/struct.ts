/**
 * Go structs as data, so that JSON can be read and written as Go's `encoding/json` would with these types. Those of
 * Kubernetes are the API server's own; the injector adds its review and the Agent's telemetry.
 */
import { kubernetesStruct } from './from-kubernetes.ts';
import { structOf } from './notation.ts';
import { text as review } from './review.ts';
import { text as telemetry } from './telemetry.ts';
import type { Struct } from './type.ts';

const OWN_LINES = new Map(
  [review, telemetry]
    .join('')
    .replaceAll('\n  ', ' ')
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.split(' = ')[0] ?? '', line] as const),
);

const compiled = new Map<string, Struct>();

/** A struct by its name, `Pod`, `agent.Telemetry`. */
export const struct = (name: string): Struct => {
  const known = compiled.get(name);
  if (known) return known;
  const line = OWN_LINES.get(name);
  const made = line === undefined ? kubernetesStruct(name) : structOf(line);
  compiled.set(name, made);
  return made;
};
