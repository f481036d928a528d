import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';

export const roleName: Rule = {
  id: 'role/name',
  severity: 'error',
  title: 'This is no name for a role',
  why: 'A name has letters, digits and underscores, inside also dashes and dots. Vault answers 404 "unsupported path" to anything else.',
  wrong: '- name: app web',
  right: '- name: app-web',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      const { name } = role;
      if (name !== undefined && !/^\w(([\w.-]+)?\w)?$/.test(String(name)))
        yield {
          file,
          span: site.configuration.document.span([...site.path, 'name']),
          message: `Vault has no path for a role named "${String(name)}".`,
        };
    }
  },
};
