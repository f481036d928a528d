import { type Json, listAt, textAt } from '../objects/json.ts';

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** Names of a Pod's containers. */
export const containersOf = (pod: Json): { readonly main: string[]; readonly init: string[] } => ({
  main: listAt(pod, 'spec', 'containers').map((c) => textAt(c, 'name')),
  init: listAt(pod, 'spec', 'initContainers').map((c) => textAt(c, 'name')),
});

/**
 * The container meant when none is named: the annotated one, else the first.
 * @param say told when there was a choice
 */
export const defaultContainer = (pod: Json, say: (text: string) => void): string => {
  const { main, init } = containersOf(pod);
  const named = textAt(pod, 'metadata', 'annotations', DEFAULT_CONTAINER);
  if (named !== '' && main.includes(named)) return named;
  const [first = ''] = main;
  if (main.length + init.length > 1)
    say(
      `Defaulted container ${JSON.stringify(first)} out of: ${[...main, ...init.map((n) => `${n} (init)`)].join(', ')}\n`,
    );
  return first;
};
