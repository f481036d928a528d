import { PREFIX } from '../../sim/injector/index.ts';
import { blamed } from './../injector/injector-rule.ts';
import type { Rule } from '../rule.ts';
import { agentConfigError } from '../workspace/agent-config.ts';
import { injectedOnly } from '../workspace/injection.ts';

export const agentConfiguration: Rule = {
  id: 'agent/configuration',
  severity: 'error',
  title: 'The Agent cannot start with this',
  why: 'The injector copies these values unseen. The Agent reads them at its start and ends with exit code 1.',
  wrong: 'agent-inject-perms-config: "rw-r--r--"',
  right: 'agent-inject-perms-config: "0640"',
  lessons: ['L09', 'L10'],
  source: 'vault: command/agent/config/config.go; consul-template: config',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const error = agentConfigError(injection.run);
      if (error === undefined) continue;
      const about = /decoding '([a-z_]+)'/.exec(error)?.[1] ?? '';
      const name = { perms: 'agent-inject-perms-' }[about] ?? 'template-static-secret-render-interval';
      const key = Object.keys(injection.annotations).find((k) => k.startsWith(PREFIX + name));
      yield {
        file: injection.manifest.file,
        span: blamed(injection, key),
        message: `The Agent would say: ${error.replace(/\s+/g, ' ')}`,
      };
    }
  },
};
