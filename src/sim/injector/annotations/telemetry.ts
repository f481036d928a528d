import type { Annotation } from './description.ts';

export const telemetry: readonly Annotation[] = [
  {
    name: 'agent-telemetry',
    form: 'parameter',
    topic: 'telemetry',
    kind: 'json',
    summary: "A parameter of the Agent's telemetry; dashes in the suffix become underscores.",
    effect: 'telemetry.<parameter>; the value is read as JSON where it is JSON.',
    trap: 'One value of the wrong type, and the whole telemetry stanza is left out without a word.',
    example: '24h',
  },
];
