import type { Rule } from '../rule.ts';
import { injectedOnly, suffixed } from '../workspace/injection.ts';
import { keySpan } from '../workspace/pods.ts';

export const injectorDelimitersWithoutTemplate: Rule = {
  id: 'injector/delimiters-without-template',
  severity: 'warning',
  title: 'The default template keeps {{ }}',
  why: 'Other delimiters without a template of your own make the default template plain text: it is printed as it stands.',
  wrong: 'agent-template-left-delim-config: "[["',
  right: 'agent-template-left-delim-config: "[["\nagent-inject-template-config: \'[[ with secret … ]]\'',
  lessons: ['L10'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { file } = manifest;
      for (const name of suffixed(injection, 'agent-template-left-delim').keys())
        if (
          injection.get(`agent-inject-secret-${name}`) &&
          !injection.get(`agent-inject-template-${name}`) &&
          !injection.get(`agent-inject-template-file-${name}`)
        )
          yield {
            file,
            span: keySpan(manifest, path(`agent-template-left-delim-${name}`)),
            message: `${name} has no template of its own.`,
          };
    }
  },
};
