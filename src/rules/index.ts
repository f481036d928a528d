import { agentBackslash } from './agent/backslash.ts';
import { agentConfiguration } from './agent/configuration.ts';
import { agentConsulFunction } from './agent/consul-function.ts';
import { agentDataOnVersion1 } from './agent/data-on-version-1.ts';
import { agentFails } from './agent/fails.ts';
import { agentHyphenKey } from './agent/hyphen-key.ts';
import { agentMissingData } from './agent/missing-data.ts';
import { agentMissingEnd } from './agent/missing-end.ts';
import { agentPathWithoutData } from './agent/path-without-data.ts';
import { agentQuotes } from './agent/quotes.ts';
import { agentSecretField } from './agent/secret-field.ts';
import { agentSyntax } from './agent/syntax.ts';
import { agentUnknownFunction } from './agent/unknown-function.ts';
import { agentVersionPrefix } from './agent/version-prefix.ts';
import { configHostIsVault } from './config/host-is-vault.ts';
import { configIssuerUnchecked } from './config/issuer-unchecked.ts';
import { configRefused } from './config/refused.ts';
import { configReviewerJwt } from './config/reviewer-jwt.ts';
import { configUnknownParameter } from './config/unknown-parameter.ts';
import { crossAccountNotBound } from './cross/account-not-bound.ts';
import { crossAudience } from './cross/audience.ts';
import { crossDefaultAudience } from './cross/default-audience.ts';
import { crossNamespaceNotBound } from './cross/namespace-not-bound.ts';
import { crossPathNotAllowed } from './cross/path-not-allowed.ts';
import { crossUnknownMount } from './cross/unknown-mount.ts';
import { crossUnknownPolicy } from './cross/unknown-policy.ts';
import { crossUnknownRole } from './cross/unknown-role.ts';
import { crossUnusedPolicy } from './cross/unused-policy.ts';
import { injectorAlreadyInjected } from './injector/already-injected.ts';
import { annotationNotString } from './injector/annotation-not-string.ts';
import { annotationsOnWorkload } from './injector/annotations-on-workload.ts';
import { injectorAuthPath } from './injector/auth-path.ts';
import { injectorCommandInInit } from './injector/command-in-init.ts';
import { injectorConfigmapOverrides } from './injector/configmap-overrides.ts';
import { injectorDefaultAccount } from './injector/default-account.ts';
import { injectorDefaultTemplate } from './injector/default-template.ts';
import { injectorDefaultTemplateKv2 } from './injector/default-template-kv2.ts';
import { injectorDelimitersWithoutTemplate } from './injector/delimiters-without-template.ts';
import { injectorEmptySecret } from './injector/empty-secret.ts';
import { injectorEmptySetting } from './injector/empty-setting.ts';
import { injectorFileEscapes } from './injector/file-escapes.ts';
import { injectorJobNeverEnds } from './injector/job-never-ends.ts';
import { injectorJsonPatch } from './injector/json-patch.ts';
import { injectorKubernetesNamespace } from './injector/kubernetes-namespace.ts';
import { injectorLabels } from './injector/labels.ts';
import { injectorLocalService } from './injector/local-service.ts';
import { missingRole } from './injector/missing-role.ts';
import { injectorMissingSuffix } from './injector/missing-suffix.ts';
import { injectorNeverAsked } from './injector/never-asked.ts';
import { injectorNoAgent } from './injector/no-agent.ts';
import { injectorNoRotation } from './injector/no-rotation.ts';
import { injectorNoTokenMount } from './injector/no-token-mount.ts';
import { injectorNotABoolean } from './injector/not-a-boolean.ts';
import { injectorNotADuration } from './injector/not-a-duration.ts';
import { injectorNotANumber } from './injector/not-a-number.ts';
import { injectorNotAQuantity } from './injector/not-a-quantity.ts';
import { injectorOrphanSetting } from './injector/orphan-setting.ts';
import { injectorPortInUse } from './injector/port-in-use.ts';
import { injectorPrefix } from './injector/prefix.ts';
import { injectorProjectedTokenUnused } from './injector/projected-token-unused.ts';
import { refusedByInjector } from './injector/refused.ts';
import { injectorRelativeVolumePath } from './injector/relative-volume-path.ts';
import { injectorResources } from './injector/resources.ts';
import { injectorSameUser } from './injector/same-user.ts';
import { injectorSecretPathUnused } from './injector/secret-path-unused.ts';
import { injectorSignalWithoutSharedProcesses } from './injector/signal-without-shared-processes.ts';
import { injectorSuffixLowerCase } from './injector/suffix-lower-case.ts';
import { injectorSuffixMismatch } from './injector/suffix-mismatch.ts';
import { injectorSystemNamespace } from './injector/system-namespace.ts';
import { injectorTemplateFileNotMounted } from './injector/template-file-not-mounted.ts';
import { injectorTlsSkipVerify } from './injector/tls-skip-verify.ts';
import { injectorTokenVolume } from './injector/token-volume.ts';
import { unknownAnnotation } from './injector/unknown-annotation.ts';
import { injectorUnknownContainer } from './injector/unknown-container.ts';
import { kubernetesAnnotationKey } from './kubernetes/annotation-key.ts';
import { kubernetesApiVersion } from './kubernetes/api-version.ts';
import { kubernetesInvalid } from './kubernetes/invalid.ts';
import { kubernetesLabel } from './kubernetes/label.ts';
import { kubernetesName } from './kubernetes/name.ts';
import { kubernetesSelectorMismatch } from './kubernetes/selector-mismatch.ts';
import { kubernetesSelectorMissing } from './kubernetes/selector-missing.ts';
import { kubernetesType } from './kubernetes/type.ts';
import { kubernetesUnknownField } from './kubernetes/unknown-field.ts';
import { listOnData } from './kv/list-on-data.ts';
import { missingDataSegment } from './kv/missing-data-segment.ts';
import { kvStartupPath } from './kv/startup-path.ts';
import { kvVersion1 } from './kv/version-1.ts';
import { podDuplicateContainer } from './pod/duplicate-container.ts';
import { podDuplicateMount } from './pod/duplicate-mount.ts';
import { duplicateVolume } from './pod/duplicate-volume.ts';
import { podMissingImage } from './pod/missing-image.ts';
import { podMissingVolume } from './pod/missing-volume.ts';
import { podNoContainers } from './pod/no-containers.ts';
import { podResources } from './pod/resources.ts';
import { podRestartPolicy } from './pod/restart-policy.ts';
import { podTokenExpiration } from './pod/token-expiration.ts';
import { podVaultToken } from './pod/vault-token.ts';
import { policyCredentialsAreRead } from './policy/credentials-are-read.ts';
import { policyDenyWins } from './policy/deny-wins.ts';
import { policyEverything } from './policy/everything.ts';
import { policyNameTwice } from './policy/name-twice.ts';
import { policyNoCapabilities } from './policy/no-capabilities.ts';
import { policyOldWrite } from './policy/old-write.ts';
import { policyPlusInside } from './policy/plus-inside.ts';
import { policyReservedName } from './policy/reserved-name.ts';
import { policySamePathTwice } from './policy/same-path-twice.ts';
import { policyStarInside } from './policy/star-inside.ts';
import { policySudoMissing } from './policy/sudo-missing.ts';
import { policySyntax } from './policy/syntax.ts';
import { unknownCapability } from './policy/unknown-capability.ts';
import { policyVersionPrefix } from './policy/version-prefix.ts';
import { rbacReviewGroup } from './rbac/review-group.ts';
import { rbacReviewInANamespace } from './rbac/review-in-a-namespace.ts';
import { rbacReviewResource } from './rbac/review-resource.ts';
import { rbacReviewVerb } from './rbac/review-verb.ts';
import { rbacSystemName } from './rbac/system-name.ts';
import { roleAliasSource } from './role/alias-source.ts';
import { roleAnyNamespace } from './role/any-namespace.ts';
import { anybody } from './role/anybody.ts';
import { roleAudienceList } from './role/audience-list.ts';
import { roleBatchLimits } from './role/batch-limits.ts';
import { roleCidrs } from './role/cidrs.ts';
import { deprecatedAlias } from './role/deprecated-alias.ts';
import { roleLiteralWildcard } from './role/literal-wildcard.ts';
import { roleMaxTtlTruncated } from './role/max-ttl-truncated.ts';
import { roleMixedStar } from './role/mixed-star.ts';
import { roleName } from './role/name.ts';
import { roleNameTwice } from './role/name-twice.ts';
import { roleNamesMissing } from './role/names-missing.ts';
import { roleNamespacesMissing } from './role/namespaces-missing.ts';
import { roleNoAudience } from './role/no-audience.ts';
import { roleNoPolicies } from './role/no-policies.ts';
import { rolePeriodOverMax } from './role/period-over-max.ts';
import { roleRefused } from './role/refused.ts';
import { roleRootPolicy } from './role/root-policy.ts';
import { roleSelector } from './role/selector.ts';
import { roleTokenType } from './role/token-type.ts';
import { roleTtlOverMax } from './role/ttl-over-max.ts';
import { unknownRoleParameter } from './role/unknown-parameter.ts';
import { roleUpperCase } from './role/upper-case.ts';
import { roleValue } from './role/value.ts';
import type { Finding, Rule } from './rule.ts';
import { vaultAuthPrefix } from './vault/auth-prefix.ts';
import { vaultMountedTwice } from './vault/mounted-twice.ts';
import { vaultUnknownAuth } from './vault/unknown-auth.ts';
import { vaultUnknownEngine } from './vault/unknown-engine.ts';
import { type LearnerFile, workspaceOf } from './workspace/workspace.ts';
import { yamlSyntax } from './yaml/syntax.ts';

export { applyEdits } from './apply-edits.ts';
export type { Edit, Finding, Fix, Hit, Rule, Severity } from './rule.ts';
export { type LearnerFile, type Workspace, workspaceOf } from './workspace/workspace.ts';

/** Every rule. A new one is a file and a line here. */
export const rules: readonly Rule[] = [
  agentBackslash,
  agentConfiguration,
  agentConsulFunction,
  agentDataOnVersion1,
  agentFails,
  agentHyphenKey,
  agentMissingData,
  agentMissingEnd,
  agentPathWithoutData,
  agentQuotes,
  agentSecretField,
  agentSyntax,
  agentUnknownFunction,
  agentVersionPrefix,
  configHostIsVault,
  configIssuerUnchecked,
  configRefused,
  configReviewerJwt,
  configUnknownParameter,
  crossAccountNotBound,
  crossAudience,
  crossDefaultAudience,
  crossNamespaceNotBound,
  crossPathNotAllowed,
  crossUnknownMount,
  crossUnknownPolicy,
  crossUnknownRole,
  crossUnusedPolicy,
  injectorAlreadyInjected,
  annotationNotString,
  annotationsOnWorkload,
  injectorAuthPath,
  injectorCommandInInit,
  injectorConfigmapOverrides,
  injectorDefaultAccount,
  injectorDefaultTemplateKv2,
  injectorDefaultTemplate,
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
  kubernetesAnnotationKey,
  kubernetesApiVersion,
  kubernetesInvalid,
  kubernetesLabel,
  kubernetesName,
  kubernetesSelectorMismatch,
  kubernetesSelectorMissing,
  kubernetesType,
  kubernetesUnknownField,
  listOnData,
  missingDataSegment,
  kvStartupPath,
  kvVersion1,
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
  policyCredentialsAreRead,
  policyDenyWins,
  policyEverything,
  policyNameTwice,
  policyNoCapabilities,
  policyOldWrite,
  policyPlusInside,
  policyReservedName,
  policySamePathTwice,
  policyStarInside,
  policySudoMissing,
  policySyntax,
  unknownCapability,
  policyVersionPrefix,
  rbacReviewGroup,
  rbacReviewInANamespace,
  rbacReviewResource,
  rbacReviewVerb,
  rbacSystemName,
  roleAliasSource,
  roleAnyNamespace,
  anybody,
  roleAudienceList,
  roleBatchLimits,
  roleCidrs,
  deprecatedAlias,
  roleLiteralWildcard,
  roleMaxTtlTruncated,
  roleMixedStar,
  roleNameTwice,
  roleName,
  roleNamesMissing,
  roleNamespacesMissing,
  roleNoAudience,
  roleNoPolicies,
  rolePeriodOverMax,
  roleRefused,
  roleRootPolicy,
  roleSelector,
  roleTokenType,
  roleTtlOverMax,
  unknownRoleParameter,
  roleUpperCase,
  roleValue,
  vaultAuthPrefix,
  vaultMountedTwice,
  vaultUnknownAuth,
  vaultUnknownEngine,
  yamlSyntax,
];

const byPlace = (a: Finding, b: Finding): number =>
  a.file === b.file
    ? a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column
    : a.file < b.file
      ? -1
      : 1;

/** What is wrong with a learner's files, by file and place. Pure, and safe for any text. */
export const findingsOf = (files: readonly LearnerFile[], which: readonly Rule[] = rules): Finding[] => {
  const workspace = workspaceOf(files);
  return which
    .flatMap(({ id, severity, title, why, wrong, right, lessons, source, check }) =>
      [...check(workspace)].map(
        (hit): Finding => ({ severity, title, why, wrong, right, lessons, source, ...hit, rule: id }),
      ),
    )
    .sort(byPlace);
};
