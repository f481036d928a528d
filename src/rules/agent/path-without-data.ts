import type { Rule } from '../rule.ts';
import { secretCalls, templates } from '../workspace/templates.ts';
import { kvMounts } from '../workspace/vault.ts';

export const agentPathWithoutData: Rule = {
  id: 'agent/path-without-data',
  severity: 'note',
  title: 'The API path has data/',
  why: 'The Agent asks Vault which version the engine is and puts data/ in by itself; policies, the API and vault read do not. One path everywhere is easier to find.',
  wrong: '{{ with secret "kv/app" }}',
  right: '{{ with secret "kv/data/app" }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    const mounts = kvMounts(workspace);
    for (const site of templates(workspace))
      for (const call of secretCalls(site)) {
        const mount = mounts.find((m) => call.path.startsWith(`${m}/`));
        if (mount === undefined || workspace.vault.length === 0 || call.function !== 'secret') continue;
        if (['data', 'metadata', 'subkeys'].includes(call.path.slice(mount.length + 1).split('/')[0] ?? '')) continue;
        yield {
          file: site.file,
          span: site.span(call.pos, call.end),
          message: `Vault will be asked for ${mount}/data/${call.path.slice(mount.length + 1)}.`,
        };
      }
  },
};
