import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';

export const injectorSignalWithoutSharedProcesses: Rule = {
  id: 'injector/signal-without-shared-processes',
  severity: 'warning',
  title: 'This command cannot reach the application',
  why: "agent-inject-command runs in the Agent's container. It sees the processes of the application only with agent-share-process-namespace, and may signal them only as the same user.",
  wrong: 'agent-inject-command-config: pkill -HUP nginx',
  right:
    'agent-inject-command-config: pkill -HUP nginx || true\nagent-share-process-namespace: "true"\nagent-run-as-same-user: "true"',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      const shared = injection.isTrue('agent-share-process-namespace') || injection.spec.shareProcessNamespace === true;
      for (const [name, value] of suffixed(injection, 'agent-inject-command'))
        if (!shared && /\b(pkill|killall|pidof|pgrep)\b/.test(value))
          yield {
            file,
            span: document.span(path(`agent-inject-command-${name}`)),
            message: 'The containers do not share their processes.',
          };
    }
  },
};
