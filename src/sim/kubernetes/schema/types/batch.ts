/** Field lists of `batch/v1`: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
Job
  metadata ObjectMeta Go=ObjectMeta
  spec JobSpec
  status JobStatus
JobSpec
  parallelism *int32
  completions *int32
  activeDeadlineSeconds *int64
  podFailurePolicy *PodFailurePolicy
  successPolicy *SuccessPolicy
  backoffLimit *int32
  backoffLimitPerIndex *int32
  maxFailedIndexes *int32
  selector *LabelSelector
  manualSelector *bool
  template PodTemplateSpec !
  ttlSecondsAfterFinished *int32 Go=TTLSecondsAfterFinished
  completionMode *CompletionMode
  suspend *bool
  podReplacementPolicy *PodReplacementPolicy
  managedBy *string
PodFailurePolicy
  rules []PodFailurePolicyRule !
PodFailurePolicyRule
  action PodFailurePolicyAction !
  onExitCodes *PodFailurePolicyOnExitCodesRequirement
  onPodConditions []PodFailurePolicyOnPodConditionsPattern
PodFailurePolicyOnExitCodesRequirement
  containerName *string
  operator PodFailurePolicyOnExitCodesOperator !
  values []int32 !
PodFailurePolicyOnPodConditionsPattern
  type PodConditionType !
  status ConditionStatus !
SuccessPolicy
  rules []SuccessPolicyRule !
SuccessPolicyRule
  succeededIndexes *string
  succeededCount *int32
JobStatus
  conditions []JobCondition @type
  startTime *time
  completionTime *time
  active int32
  succeeded int32
  failed int32
  terminating *int32
  completedIndexes string
  failedIndexes *string
  uncountedTerminatedPods *UncountedTerminatedPods
  ready *int32
JobCondition
  type JobConditionType !
  status ConditionStatus !
  lastProbeTime time
  lastTransitionTime time
  reason string
  message string
UncountedTerminatedPods
  succeeded []types.UID
  failed []types.UID
CronJob
  metadata ObjectMeta Go=ObjectMeta
  spec CronJobSpec
  status CronJobStatus
CronJobSpec
  schedule string !
  timeZone *string
  startingDeadlineSeconds *int64
  concurrencyPolicy ConcurrencyPolicy
  suspend *bool
  jobTemplate JobTemplateSpec !
  successfulJobsHistoryLimit *int32
  failedJobsHistoryLimit *int32
JobTemplateSpec
  metadata ObjectMeta Go=ObjectMeta
  spec JobSpec
CronJobStatus
  active []ObjectReference
  lastScheduleTime *time
  lastSuccessfulTime *time
`;
