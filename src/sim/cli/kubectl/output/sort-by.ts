/** `--sort-by`. Source: kubectl: pkg/cmd/get/sorter.go, customcolumn.go. */
import { byText } from '../../../text/order.ts';
import { failed } from '../failure.ts';
import { valuesAt } from './json-path.ts';

/** `{.a.b}`, `{a.b}`, `.a.b` or `a.b`, with braces. (kubectl: RelaxedJSONPathExpression) @throws KubectlFailure */
const relaxed = (path: string): string => {
  const [, braced, plain] = /^(?:\{\.?([^{}]+)\}|\.?([^{}]+))$/.exec(path) ?? [];
  const inner = braced ?? plain;
  if (inner === undefined)
    throw failed(
      "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'",
    );
  return `{.${inner}}`;
};

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : byText(String(a ?? ''), String(b ?? ''));

/**
 * Things in the order of a field of their objects; as they were for an empty path.
 * @throws KubectlFailure for a path that cannot be read or that no object has
 */
export const sortedBy = <T>(path: string, things: readonly T[], objectOf: (thing: T) => unknown): T[] => {
  if (path === '') return [...things];
  const expression = relaxed(path);
  const keyed = things.map((thing) => ({ thing, values: valuesAt(expression, objectOf(thing)) }));
  if (keyed.length > 0 && keyed.every(({ values }) => values.length === 0))
    throw failed(`couldn't find any field with path ${JSON.stringify(expression)} in the list of objects`);
  return keyed.toSorted((a, b) => compare(a.values[0], b.values[0])).map(({ thing }) => thing);
};
