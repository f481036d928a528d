import { configFields } from '../../sim/vault/auth-kubernetes/config-path.ts';
import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { kubernetesConfigs } from '../workspace/vault.ts';

const KNOWN = Object.keys(configFields);

export const configUnknownParameter: Rule = {
  id: 'config/unknown-parameter',
  severity: 'warning',
  title: 'The configuration has no such parameter',
  why: 'Vault ignores what it does not know, without a word.',
  wrong: 'kubernetes_hosts: https://…',
  right: 'kubernetes_host: https://…',
  lessons: ['L05'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const { configuration, path, config } of kubernetesConfigs(workspace)) {
      const { document, file } = configuration;
      for (const key of Object.keys(config)) {
        if (KNOWN.includes(key)) continue;
        const start = document.keyPlace([...path, key]);
        const span = { start, end: { line: start.line, column: start.column + key.length } };
        const near = nearest(key, KNOWN);
        yield {
          file,
          span,
          message: `${key} is no parameter of auth/kubernetes/config.`,
          ...(near !== null && { fix: { title: `Change to ${near}`, edits: [{ file, span, text: near }] } }),
        };
      }
    }
  },
};
