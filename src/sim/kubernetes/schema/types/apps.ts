/** Field lists of `apps/v1`: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
Deployment
  metadata ObjectMeta Go=ObjectMeta
  spec DeploymentSpec
  status DeploymentStatus
DeploymentSpec
  replicas *int32
  selector *LabelSelector !
  template PodTemplateSpec !
  strategy DeploymentStrategy retain
  minReadySeconds int32
  revisionHistoryLimit *int32
  paused bool
  progressDeadlineSeconds *int32
DeploymentStrategy
  type DeploymentStrategyType
  rollingUpdate *RollingUpdateDeployment
RollingUpdateDeployment
  maxUnavailable *intOrString
  maxSurge *intOrString
DeploymentStatus
  observedGeneration int64
  replicas int32
  updatedReplicas int32
  readyReplicas int32
  availableReplicas int32
  unavailableReplicas int32
  terminatingReplicas *int32
  conditions []DeploymentCondition @type
  collisionCount *int32
DeploymentCondition
  type DeploymentConditionType !
  status ConditionStatus !
  lastUpdateTime time
  lastTransitionTime time
  reason string
  message string
ReplicaSet
  metadata ObjectMeta Go=ObjectMeta
  spec ReplicaSetSpec
  status ReplicaSetStatus
ReplicaSetSpec
  replicas *int32
  minReadySeconds int32
  selector *LabelSelector !
  template PodTemplateSpec
ReplicaSetStatus
  replicas int32 !
  fullyLabeledReplicas int32
  readyReplicas int32
  availableReplicas int32
  terminatingReplicas *int32
  observedGeneration int64
  conditions []ReplicaSetCondition @type
ReplicaSetCondition
  type ReplicaSetConditionType !
  status ConditionStatus !
  lastTransitionTime time
  reason string
  message string
StatefulSet
  metadata ObjectMeta Go=ObjectMeta
  spec StatefulSetSpec
  status StatefulSetStatus
StatefulSetSpec
  replicas *int32
  selector *LabelSelector !
  template PodTemplateSpec !
  volumeClaimTemplates []PersistentVolumeClaim
  serviceName string !
  podManagementPolicy PodManagementPolicyType
  updateStrategy StatefulSetUpdateStrategy
  revisionHistoryLimit *int32
  minReadySeconds int32
  persistentVolumeClaimRetentionPolicy *StatefulSetPersistentVolumeClaimRetentionPolicy
  ordinals *StatefulSetOrdinals
StatefulSetUpdateStrategy
  type StatefulSetUpdateStrategyType
  rollingUpdate *RollingUpdateStatefulSetStrategy
RollingUpdateStatefulSetStrategy
  partition *int32
  maxUnavailable *intOrString
StatefulSetPersistentVolumeClaimRetentionPolicy
  whenDeleted PersistentVolumeClaimRetentionPolicyType
  whenScaled PersistentVolumeClaimRetentionPolicyType
StatefulSetOrdinals
  start int32 !
StatefulSetStatus
  observedGeneration int64
  replicas int32 !
  readyReplicas int32
  currentReplicas int32
  updatedReplicas int32
  currentRevision string
  updateRevision string
  collisionCount *int32
  conditions []StatefulSetCondition @type
  availableReplicas int32 !
StatefulSetCondition
  type StatefulSetConditionType !
  status ConditionStatus !
  lastTransitionTime time
  reason string
  message string
DaemonSet
  metadata ObjectMeta Go=ObjectMeta
  spec DaemonSetSpec
  status DaemonSetStatus
DaemonSetSpec
  selector *LabelSelector !
  template PodTemplateSpec !
  updateStrategy DaemonSetUpdateStrategy
  minReadySeconds int32
  revisionHistoryLimit *int32
DaemonSetUpdateStrategy
  type DaemonSetUpdateStrategyType
  rollingUpdate *RollingUpdateDaemonSet
RollingUpdateDaemonSet
  maxUnavailable *intOrString
  maxSurge *intOrString
DaemonSetStatus
  currentNumberScheduled int32 !
  numberMisscheduled int32 !
  desiredNumberScheduled int32 !
  numberReady int32 !
  observedGeneration int64
  updatedNumberScheduled int32
  numberAvailable int32
  numberUnavailable int32
  collisionCount *int32
  conditions []DaemonSetCondition @type
DaemonSetCondition
  type DaemonSetConditionType !
  status ConditionStatus !
  lastTransitionTime time
  reason string
  message string
`;
