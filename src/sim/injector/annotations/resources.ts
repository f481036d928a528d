import type { SettingName } from '../settings/settings.ts';
import type { Annotation } from './description.ts';

const quantity = (name: string, setting: SettingName, what: string, target: string, example: string): Annotation => ({
  name,
  form: 'plain',
  topic: 'resources',
  kind: 'quantity',
  fallback: { setting },
  summary: `${what} of each Agent container.`,
  effect: `resources.${target}; an empty value leaves it out.`,
  trap: 'A limit below the request passes the injector and is refused by the API server.',
  example,
});

export const resources: readonly Annotation[] = [
  quantity('agent-limits-cpu', 'cpuLimit', 'The CPU limit', 'limits.cpu', '500m'),
  quantity('agent-limits-mem', 'memoryLimit', 'The memory limit', 'limits.memory', '128Mi'),
  quantity(
    'agent-limits-ephemeral',
    'ephemeralLimit',
    'The limit of ephemeral storage',
    'limits.ephemeral-storage',
    '1Gi',
  ),
  quantity('agent-requests-cpu', 'cpuRequest', 'The CPU request', 'requests.cpu', '250m'),
  quantity('agent-requests-mem', 'memoryRequest', 'The memory request', 'requests.memory', '64Mi'),
  quantity(
    'agent-requests-ephemeral',
    'ephemeralRequest',
    'The request of ephemeral storage',
    'requests.ephemeral-storage',
    '1Gi',
  ),
];
