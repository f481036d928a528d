import { type Annotation, BOOL_WORDS } from './description.ts';

export const activation: readonly Annotation[] = [
  {
    name: 'agent-inject',
    form: 'plain',
    topic: 'activation',
    kind: 'bool',
    words: BOOL_WORDS,
    summary: 'Asks for Vault Agent containers in this Pod.',
    effect: 'Without it, or when false or empty, the Pod is admitted as it is.',
    trap: 'Read on the Pod alone: on a Deployment it belongs under spec.template.metadata.annotations, and in quotes.',
    example: 'true',
  },
  {
    name: 'agent-inject-status',
    form: 'plain',
    topic: 'activation',
    kind: 'word',
    words: ['injected'],
    summary: 'Marks a Pod that has been changed already.',
    effect: 'The injector sets it to injected and leaves a Pod alone that carries exactly this value.',
    trap: 'The YAML of a running Pod carries it: a copy of that YAML is not injected again.',
    example: 'injected',
  },
  {
    name: 'agent-request-namespace',
    form: 'plain',
    topic: 'activation',
    kind: 'name',
    fallback: { says: 'namespace of the request', of: ({ namespace }) => namespace },
    summary: 'The namespace the Pod is created in, which the injector notes for itself.',
    effect: 'Changes nothing in the Pod; an empty value is refused.',
    example: 'app',
  },
];
