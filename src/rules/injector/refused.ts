import {
  DEFAULT_SETTINGS,
  dryRun,
  HELM_ENVIRONMENT,
  PREFIX,
  settingsFromEnvironment,
} from '../../sim/injector/index.ts';
import type { Rule } from '../rule.ts';
import { injectedPods, keySpan } from '../workspace/pods.ts';
import { isObject, valueAt } from '../workspace/workspace.ts';

const read = settingsFromEnvironment(HELM_ENVIRONMENT);
const SETTINGS = 'settings' in read ? read.settings : DEFAULT_SETTINGS;
const NO_ROLE = /no Vault role/i;

/** What the injector says of the Pods of a workspace that it refuses. */
function* refusals(workspace: Parameters<Rule['check']>[0]) {
  for (const manifest of injectedPods(workspace)) {
    const pod = valueAt(manifest.document.value, manifest.podPath);
    const annotations = valueAt(pod, ['metadata', 'annotations']);
    // The API server refuses values that are no strings before the injector is asked; that is another rule's finding.
    if (!isObject(pod) || !isObject(annotations) || Object.values(annotations).some((v) => typeof v !== 'string'))
      continue;
    const run = dryRun(pod, SETTINGS);
    if (run.outcome !== 'denied') continue;
    const path = [...manifest.podPath, 'metadata', 'annotations', `${PREFIX}agent-inject`];
    yield { manifest, span: keySpan(manifest, path), message: 'message' in run ? String(run.message) : '' };
  }
}

export const missingRole: Rule = {
  id: 'injector/missing-role',
  severity: 'error',
  title: 'No Vault role is named',
  why: 'The Agent logs in with a role of auth/kubernetes. Without the annotation the injector refuses the Pod, and the Deployment makes none.',
  wrong: 'vault.hashicorp.com/agent-inject: "true"',
  right: 'vault.hashicorp.com/agent-inject: "true"\nvault.hashicorp.com/role: "app-web"',
  lessons: ['L01', 'L09'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/agent.go (Validate)',
  *check(workspace) {
    for (const { manifest, span, message } of refusals(workspace)) {
      if (!NO_ROLE.test(message)) continue;
      const { column, line } = span.start;
      const indent = ' '.repeat(column - 1);
      yield {
        file: manifest.file,
        span,
        message: 'This Pod asks to be injected, but no annotation names its Vault role.',
        fix: {
          title: `Add ${PREFIX}role`,
          edits: [
            {
              file: manifest.file,
              span: { start: { line, column }, end: { line, column } },
              text: `${PREFIX}role: "app"\n${indent}`,
            },
          ],
        },
      };
    }
  },
};

export const refusedByInjector: Rule = {
  id: 'injector/refused',
  severity: 'error',
  title: 'The injector refuses this Pod',
  why: 'The webhook answers the API server with a refusal, and the Pod is not created. kubectl shows the text for a Pod; for a Deployment look at the events of its ReplicaSet.',
  wrong: 'vault.hashicorp.com/agent-limits-cpu: "lots"',
  right: 'vault.hashicorp.com/agent-limits-cpu: "500m"',
  lessons: ['L09'],
  source: 'vault-k8s 1.7.6: agent-inject/handler.go',
  *check(workspace) {
    for (const { manifest, span, message } of refusals(workspace)) {
      if (!NO_ROLE.test(message)) yield { file: manifest.file, span, message: `The injector would say: ${message}` };
    }
  },
};
