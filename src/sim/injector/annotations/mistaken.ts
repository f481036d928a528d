/** Names that people write and that the injector ignores without a word, and what they meant. */
export const MISTAKEN: Readonly<Record<string, string>> = {
  'agent-inject-secrets': 'agent-inject-secret',
  'agent-inject-templates': 'agent-inject-template',
  'agent-inject-file-permission': 'agent-inject-perms',
  'agent-inject-permissions': 'agent-inject-perms',
  'agent-inject-mount-path': 'secret-volume-path',
  'agent-inject-role': 'role',
  roles: 'role',
  'exit-on-retry-failure': 'template-config-exit-on-retry-failure',
  'static-secret-render-interval': 'template-static-secret-render-interval',
  'lease-renewal-threshold': 'template-lease-renewal-threshold',
  'max-connections-per-host': 'template-max-connections-per-host',
  'max-retries': 'client-max-retries',
  'disable-keep-alives': 'agent-disable-keep-alives',
  'disable-idle-connections': 'agent-disable-idle-connections',
};
