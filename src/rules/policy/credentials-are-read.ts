import type { Rule } from '../rule.ts';
import { mountsOf } from '../workspace/vault.ts';

export const policyCredentialsAreRead: Rule = {
  id: 'policy/credentials-are-read',
  severity: 'warning',
  title: 'Credentials are read, not created',
  why: 'Asking for dynamic credentials is a GET: it needs read.',
  wrong: 'path "database/creds/app" { capabilities = ["create"] }',
  right: 'path "database/creds/app" { capabilities = ["read"] }',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    for (const { inspection, file, span } of workspace.policies)
      for (const { path, capabilities } of inspection.stanzas) {
        if (!path) continue;
        const words = capabilities.map((c) => c.text);
        if (
          /^[^/]+\/creds\/./.test(path.text) &&
          words.length > 0 &&
          !words.includes('read') &&
          !words.includes('deny') &&
          mountsOf(workspace, 'database').some((m) => path.text.startsWith(`${m}/`))
        )
          yield {
            file,
            span: span(path.range),
            message: `Nobody can get credentials from "${path.text}" without read.`,
          };
      }
  },
};
