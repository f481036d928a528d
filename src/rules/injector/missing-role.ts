import { PREFIX } from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { injections, type Refused } from '../workspace/injection.ts';
import { blamed } from './injector-rule.ts';

export const isMissingRole = ({ message, key }: Refused): boolean =>
  /no Vault role/i.test(message) && key === undefined;

export const missingRole: Rule = {
  id: 'injector/missing-role',
  severity: 'error',
  title: 'No Vault role is named',
  why: 'The Agent logs in with a role of auth/kubernetes. Without the annotation the injector refuses the Pod, and the Deployment makes none.',
  wrong: 'vault.hashicorp.com/agent-inject: "true"',
  right: 'vault.hashicorp.com/agent-inject: "true"\nvault.hashicorp.com/role: "app-web"',
  lessons: ['L01', 'L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go (Validate)',
  *check(workspace) {
    for (const injection of injections(workspace)) {
      if (!injection.refused.some(isMissingRole)) continue;
      const span = blamed(injection, undefined);
      const { file } = injection.manifest;
      yield {
        file,
        span,
        message: 'This Pod asks to be injected, but no annotation names its Vault role.',
        fix: {
          title: `Add ${PREFIX}role`,
          edits: [
            {
              file,
              span: { start: span.start, end: span.start },
              text: `${PREFIX}role: "app"\n${' '.repeat(span.start.column - 1)}`,
            },
          ],
        },
      };
    }
  },
};
