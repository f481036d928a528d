import { suggestion } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';

const CAPABILITIES = ['create', 'read', 'update', 'delete', 'list', 'patch', 'sudo', 'deny', 'subscribe'];

export const unknownCapability: Rule = {
  id: 'policy/unknown-capability',
  severity: 'error',
  title: 'There is no such capability',
  why: 'Vault refuses the whole policy: "invalid capability". There is no write; creating needs create, changing needs update.',
  wrong: 'capabilities = ["write"]',
  right: 'capabilities = ["create", "update"]',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies#capabilities',
  *check({ policies }) {
    for (const { inspection, file, span } of policies) {
      for (const { capabilities } of inspection.stanzas) {
        for (const { text, known, range } of capabilities) {
          if (known) continue;
          const place = span(range);
          const remedy = text === 'write' ? 'Write "create" and "update".' : suggestion(text, CAPABILITIES);
          const near = /`([a-z]+)`/.exec(remedy)?.[1];
          const right = text === 'write' ? '"create", "update"' : near === undefined ? null : `"${near}"`;
          yield {
            file,
            span: place,
            message: `"${text}" is not a capability. ${remedy}`,
            ...(right !== null && {
              fix: { title: `Change to ${right}`, edits: [{ file, span: place, text: right }] },
            }),
          };
        }
      }
    }
  },
};
