import { visit } from '../../sim/gotemplate/index.ts';
import type { Rule } from '../rule.ts';
import { templates } from '../workspace/templates.ts';

/** consul-template: template/funcs.go, the functions with a dependency on Consul */
const CONSUL = new Set([
  'caLeaf',
  'caRoots',
  'connect',
  'datacenters',
  'key',
  'keyExists',
  'keyOrDefault',
  'ls',
  'safeLs',
  'node',
  'nodes',
  'service',
  'services',
  'tree',
  'safeTree',
  'partitions',
  'peerings',
]);

export const agentConsulFunction: Rule = {
  id: 'agent/consul-function',
  severity: 'warning',
  title: 'This function asks Consul',
  why: 'Functions such as key and service need a Consul at 127.0.0.1:8500. Without one the Agent retries and ends; no file of any template appears.',
  wrong: '{{ key "app/name" }}',
  right: '{{ with secret "kv/data/app" }}{{ .Data.data.name }}{{ end }}',
  lessons: ['L10'],
  source: 'consul-template 0.39: template/template.go; Go text/template',
  *check(workspace) {
    for (const site of templates(workspace))
      for (const root of site.parsed.templates.values()) {
        const found: { readonly name: string; readonly pos: number; readonly end: number }[] = [];
        visit(root, (node) => {
          if (node.type === 'identifier' && CONSUL.has(node.name)) found.push(node);
        });
        for (const { name, pos, end } of found)
          yield { file: site.file, span: site.span(pos, end), message: `${name} asks Consul, not Vault.` };
      }
  },
};
