import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';

export const roleNameTwice: Rule = {
  id: 'role/name-twice',
  severity: 'warning',
  title: 'Two roles have one name',
  why: 'Roles are stored under their lower-cased name: the later write changes the earlier role.',
  wrong: '- name: app\n- name: App',
  right: '- name: app\n- name: app-admin',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      const others = kubernetesRoles(workspace).filter(
        (o) => o.mount === site.mount && String(o.role.name).toLowerCase() === String(role.name).toLowerCase(),
      );
      if (role.name !== undefined && others[0]?.role !== role)
        yield {
          file,
          span: site.configuration.document.span([...site.path, 'name']),
          message: `The role ${String(role.name)} is written twice at auth/${site.mount}.`,
        };
    }
  },
};
