import { type Annotation, BOOL_WORDS, type Given, PREFIX } from './description.ts';

/** An injector that sets no security context sets one all the same where the Pod asks for ids. */
const setSecurityContext = ({ settings, annotations }: Given): string => {
  const asked = ['agent-run-as-user', 'agent-run-as-same-user', 'agent-run-as-group'].some((name) =>
    Object.hasOwn(annotations, PREFIX + name),
  );
  return String(settings.setSecurityContext || asked);
};

export const security: readonly Annotation[] = [
  {
    name: 'agent-set-security-context',
    form: 'plain',
    topic: 'security',
    kind: 'bool',
    words: BOOL_WORDS,
    fallback: {
      setting: 'setSecurityContext',
      says: "the injector's setting; true as soon as one of the run-as annotations is present",
      of: setSecurityContext,
    },
    summary: 'Whether the Agent containers get a security context.',
    effect:
      'securityContext of both containers: user and group, no root, no capabilities, a read-only root file system.',
    trap: 'When false, agent-run-as-user and its kind have no effect.',
    example: 'false',
  },
  {
    name: 'agent-run-as-user',
    form: 'plain',
    topic: 'security',
    kind: 'int',
    fallback: { setting: 'runAsUser', ifEmpty: '100' },
    summary: 'The user id of the Agent containers.',
    effect: 'securityContext.runAsUser; with 0 runAsNonRoot is false.',
    trap: 'An empty value means 0, root.',
    example: '1000',
  },
  {
    name: 'agent-run-as-group',
    form: 'plain',
    topic: 'security',
    kind: 'int',
    fallback: { setting: 'runAsGroup', ifEmpty: '1000' },
    summary: 'The group id of the Agent containers.',
    effect: 'securityContext.runAsGroup; with 0 runAsNonRoot is false.',
    example: '2000',
  },
  {
    name: 'agent-run-as-same-user',
    form: 'plain',
    topic: 'security',
    kind: 'bool',
    words: BOOL_WORDS,
    fallback: { setting: 'runAsSameUser' },
    summary: 'Runs the Agent with the user id of the first container.',
    effect: 'securityContext.runAsUser is that of spec.containers[0].',
    trap: "The container itself must say runAsUser, and not 0: the Pod's own securityContext is not looked at.",
    example: 'true',
  },
];
