import type { Rule } from '../rule.ts';
import { kvVersion1 as olderMounts, secretMounts } from '../workspace/vault.ts';

export const kvVersion1: Rule = {
  id: 'kv/version-1',
  severity: 'warning',
  title: 'This is KV version 1',
  why: 'kv without options.version: 2 is version 1: its paths have no data/, and it keeps no versions. A dev server alone has version 2 at secret/.',
  wrong: '- type: kv\n  path: kv',
  right: '- type: kv\n  path: kv\n  options: {version: 2}',
  lessons: ['L07'],
  source: 'https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2',
  *check(workspace) {
    const old = olderMounts(workspace);
    const texts = workspace.files.map((f) => f.text);
    for (const {
      configuration: { document, file },
      path,
      mount,
    } of secretMounts(workspace))
      if (old.includes(mount) && texts.some((t) => t.includes(`${mount}/data/`)))
        yield {
          file,
          span: document.span([...path, 'type']),
          message: `Paths below ${mount}/data/ are used, but ${mount} is of version 1.`,
        };
  },
};
