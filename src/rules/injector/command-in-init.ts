import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';

export const injectorCommandInInit: Rule = {
  id: 'injector/command-in-init',
  severity: 'warning',
  title: 'This command also runs before the application',
  why: 'The init container runs it after its first rendering, when no application is there; a command that fails ends the Agent, and the Pod does not start.',
  wrong: 'agent-inject-command-config: pkill -HUP nginx',
  right: 'agent-inject-command-config: pkill -HUP nginx || true',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      const init = injection.get('agent-pre-populate') === undefined || injection.isTrue('agent-pre-populate');
      for (const [name, value] of suffixed(injection, 'agent-inject-command'))
        if (init && /\b(pkill|killall|pidof|pgrep)\b/.test(value) && !/\|\||;\s*(true|exit 0|:)/.test(value))
          yield {
            file,
            span: document.span(path(`agent-inject-command-${name}`)),
            message: 'In vault-agent-init it finds no process and fails.',
          };
    }
  },
};
