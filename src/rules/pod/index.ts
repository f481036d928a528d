import type { Rule } from '../rule.ts';
import { podDuplicateContainer } from './duplicate-container.ts';
import { podDuplicateMount } from './duplicate-mount.ts';
import { duplicateVolume } from './duplicate-volume.ts';
import { podMissingImage } from './missing-image.ts';
import { podMissingVolume } from './missing-volume.ts';
import { podNoContainers } from './no-containers.ts';
import { podResources } from './resources.ts';
import { podRestartPolicy } from './restart-policy.ts';
import { podTokenExpiration } from './token-expiration.ts';
import { podVaultToken } from './vault-token.ts';

/** Rules about Pods. A new one is a file and a line here. */
export const podRules: readonly Rule[] = [
  podDuplicateContainer,
  podDuplicateMount,
  duplicateVolume,
  podMissingImage,
  podMissingVolume,
  podNoContainers,
  podResources,
  podRestartPolicy,
  podTokenExpiration,
  podVaultToken,
];
