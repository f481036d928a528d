import { injectorDefaultTemplate } from './default-template.ts';
import { injectorEmptySetting } from './empty-setting.ts';
import { type InjectorRule, injectorRule } from './injector-rule.ts';
import { injectorJsonPatch } from './json-patch.ts';
import { isMissingRole } from './missing-role.ts';
import { injectorNoTokenMount } from './no-token-mount.ts';
import { injectorNotABoolean } from './not-a-boolean.ts';
import { injectorNotADuration } from './not-a-duration.ts';
import { injectorNotANumber } from './not-a-number.ts';
import { injectorNotAQuantity } from './not-a-quantity.ts';
import { injectorResources } from './resources.ts';
import { injectorSameUser } from './same-user.ts';
import { injectorSystemNamespace } from './system-namespace.ts';
import { injectorTokenVolume } from './token-volume.ts';

/** Rules that speak of one kind of refusal each; what none of them claims is said here. */
const SPECIFIC: readonly InjectorRule[] = [
  injectorDefaultTemplate,
  injectorEmptySetting,
  injectorJsonPatch,
  injectorNoTokenMount,
  injectorNotABoolean,
  injectorNotADuration,
  injectorNotANumber,
  injectorNotAQuantity,
  injectorResources,
  injectorSameUser,
  injectorSystemNamespace,
  injectorTokenVolume,
];

export const refusedByInjector = injectorRule(
  {
    id: 'injector/refused',
    severity: 'error',
    title: 'This Pod is refused',
    why: 'The webhook answers the API server with a refusal, or the API server refuses what the webhook made. kubectl shows the text for a Pod; for a Deployment look at the events of its ReplicaSet.',
    wrong: 'vault.hashicorp.com/role: ""',
    right: 'vault.hashicorp.com/role: "app-web"',
    lessons: ['L09'],
    source: 'vault-k8s 1.7.6: agent-inject/handler.go',
  },
  // Volumes that the injector adds a second time are another rule's finding.
  (refused) =>
    !isMissingRole(refused) &&
    !/volumes\[\d+\]\.name: Duplicate/.test(refused.message) &&
    !SPECIFIC.some((rule) => rule.claims(refused)),
);
