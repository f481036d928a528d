import type { Rule } from '../rule.ts';
import { injectorAlreadyInjected } from './already-injected.ts';
import { annotationNotString } from './annotation-not-string.ts';
import { annotationsOnWorkload } from './annotations-on-workload.ts';
import { injectorAuthPath } from './auth-path.ts';
import { injectorCommandInInit } from './command-in-init.ts';
import { injectorConfigmapOverrides } from './configmap-overrides.ts';
import { injectorDefaultAccount } from './default-account.ts';
import { injectorDefaultTemplate } from './default-template.ts';
import { injectorDefaultTemplateKv2 } from './default-template-kv2.ts';
import { injectorDelimitersWithoutTemplate } from './delimiters-without-template.ts';
import { injectorEmptySecret } from './empty-secret.ts';
import { injectorEmptySetting } from './empty-setting.ts';
import { injectorFileEscapes } from './file-escapes.ts';
import { injectorJobNeverEnds } from './job-never-ends.ts';
import { injectorJsonPatch } from './json-patch.ts';
import { injectorKubernetesNamespace } from './kubernetes-namespace.ts';
import { injectorLabels } from './labels.ts';
import { injectorLocalService } from './local-service.ts';
import { missingRole } from './missing-role.ts';
import { injectorMissingSuffix } from './missing-suffix.ts';
import { injectorNeverAsked } from './never-asked.ts';
import { injectorNoAgent } from './no-agent.ts';
import { injectorNoRotation } from './no-rotation.ts';
import { injectorNoTokenMount } from './no-token-mount.ts';
import { injectorNotABoolean } from './not-a-boolean.ts';
import { injectorNotADuration } from './not-a-duration.ts';
import { injectorNotANumber } from './not-a-number.ts';
import { injectorNotAQuantity } from './not-a-quantity.ts';
import { injectorOrphanSetting } from './orphan-setting.ts';
import { injectorPortInUse } from './port-in-use.ts';
import { injectorPrefix } from './prefix.ts';
import { injectorProjectedTokenUnused } from './projected-token-unused.ts';
import { refusedByInjector } from './refused.ts';
import { injectorRelativeVolumePath } from './relative-volume-path.ts';
import { injectorResources } from './resources.ts';
import { injectorSameUser } from './same-user.ts';
import { injectorSecretPathUnused } from './secret-path-unused.ts';
import { injectorSignalWithoutSharedProcesses } from './signal-without-shared-processes.ts';
import { injectorSuffixLowerCase } from './suffix-lower-case.ts';
import { injectorSuffixMismatch } from './suffix-mismatch.ts';
import { injectorSystemNamespace } from './system-namespace.ts';
import { injectorTemplateFileNotMounted } from './template-file-not-mounted.ts';
import { injectorTlsSkipVerify } from './tls-skip-verify.ts';
import { injectorTokenVolume } from './token-volume.ts';
import { unknownAnnotation } from './unknown-annotation.ts';
import { injectorUnknownContainer } from './unknown-container.ts';

/** Rules about the injector's annotations. A new one is a file and a line here. */
export const injectorRules: readonly Rule[] = [
  injectorAlreadyInjected,
  annotationNotString,
  annotationsOnWorkload,
  injectorAuthPath,
  injectorCommandInInit,
  injectorConfigmapOverrides,
  injectorDefaultAccount,
  injectorDefaultTemplate,
  injectorDefaultTemplateKv2,
  injectorDelimitersWithoutTemplate,
  injectorEmptySecret,
  injectorEmptySetting,
  injectorFileEscapes,
  injectorJobNeverEnds,
  injectorJsonPatch,
  injectorKubernetesNamespace,
  injectorLabels,
  injectorLocalService,
  missingRole,
  injectorMissingSuffix,
  injectorNeverAsked,
  injectorNoAgent,
  injectorNoRotation,
  injectorNoTokenMount,
  injectorNotABoolean,
  injectorNotADuration,
  injectorNotANumber,
  injectorNotAQuantity,
  injectorOrphanSetting,
  injectorPortInUse,
  injectorPrefix,
  injectorProjectedTokenUnused,
  refusedByInjector,
  injectorRelativeVolumePath,
  injectorResources,
  injectorSameUser,
  injectorSecretPathUnused,
  injectorSignalWithoutSharedProcesses,
  injectorSuffixLowerCase,
  injectorSuffixMismatch,
  injectorSystemNamespace,
  injectorTemplateFileNotMounted,
  injectorTlsSkipVerify,
  injectorTokenVolume,
  unknownAnnotation,
  injectorUnknownContainer,
];
