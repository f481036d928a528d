import type { AnnotationEntry } from '../reference/annotations.ts';

/** Headings of the page of annotations, in its order. */
export const TOPICS: readonly { readonly topic: AnnotationEntry['topic']; readonly title: string }[] = [
  { topic: 'activation', title: 'Asking for the Agent' },
  { topic: 'secrets', title: 'Secrets and files' },
  { topic: 'authentication', title: 'Login' },
  { topic: 'connection', title: 'Connection to Vault' },
  { topic: 'pod', title: 'Shape of the Pod' },
  { topic: 'resources', title: 'CPU and memory' },
  { topic: 'security', title: 'Users and rights' },
  { topic: 'templates', title: 'Templates' },
  { topic: 'cache', title: 'Cache' },
  { topic: 'shutdown', title: 'Ending' },
  { topic: 'telemetry', title: 'Telemetry' },
];

/** Anchor of an annotation by its name with or without the place of a suffix. */
export const anchorOf = (name: string): string => name.replace(/\[?-<\w+>\]?$/, '');
