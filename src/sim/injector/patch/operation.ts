import type { Json } from '../../go/json-write.ts';
import type { Sourced } from '../agent/sourced.ts';
import { PREFIX } from '../annotations/description.ts';
import { type Cause, resolve, type Tree } from './tree.ts';

/** One operation of the patch, and why it is there. */
export interface Operation {
  readonly op: 'add' | 'remove';
  readonly path: string;
  readonly value?: Json;
  /** Which annotations (or settings of the injector) stand behind it, place by place. */
  readonly causes: readonly Cause[];
}

/** Without it nothing would be done at all. */
const ASKED = `${PREFIX}agent-inject`;

const whole = (because: readonly Sourced<unknown>[]): Cause => ({
  at: '',
  from: [...new Set([ASKED, ...because.flatMap(({ from }) => from)])],
});

export const added = (
  path: string,
  value: Json,
  causes: readonly Cause[],
  because: readonly Sourced<unknown>[] = [],
): Operation => ({
  op: 'add',
  path,
  value,
  causes: [whole(because), ...causes],
});

export const removed = (path: string, because: readonly Sourced<unknown>[] = []): Operation => ({
  op: 'remove',
  path,
  causes: [whole(because)],
});

export interface Element {
  readonly value: Json;
  readonly causes: readonly Cause[];
  readonly because?: readonly Sourced<unknown>[];
}

export const element = (tree: Tree, because: readonly Sourced<unknown>[] = []): Element => ({
  ...resolve(tree),
  because,
});

/**
 * Appends to a list, which the first operation makes where the Pod has none. Each group starts from the Pod as it came:
 * two groups of volumes on a Pod without any each make the list anew, and the second replaces the first.
 * vault-k8s: agent-inject/agent/patch.go
 * @param length of the list in the Pod as it came
 */
export const appended = (path: string, length: number, elements: readonly Element[]): readonly Operation[] =>
  elements.map(({ value, causes, because }, index) =>
    length === 0 && index === 0
      ? added(
          path,
          [value],
          causes.map((cause) => ({ ...cause, at: `/0${cause.at}` })),
          because,
        )
      : added(`${path}/-`, value, causes, because),
  );
