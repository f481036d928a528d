import { roleRule } from './role-rule.ts';

export const roleSelector = roleRule(
  {
    id: 'role/selector',
    severity: 'error',
    title: 'Vault cannot use this selector',
    why: 'The selector is a LabelSelector as JSON or YAML text with matchLabels; matchExpressions are refused.',
    wrong: 'bound_service_account_namespace_selector: env=prod',
    right: 'bound_service_account_namespace_selector: \'{"matchLabels": {"env": "prod"}}\'',
    lessons: ['L06'],
    source: 'vault-plugin-auth-kubernetes: path_role.go; vault: sdk/helper/tokenutil',
  },
  (text) => /invalid "bound_service_account_namespace_selector"/.test(text),
);
