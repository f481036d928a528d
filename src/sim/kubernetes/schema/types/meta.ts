/** Field lists of metadata and Status: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
ObjectMeta
  name string
  generateName string
  namespace string
  selfLink string
  uid types.UID Go=UID
  resourceVersion string
  generation int64
  creationTimestamp time
  deletionTimestamp *time
  deletionGracePeriodSeconds *int64
  labels map:string
  annotations map:string
  ownerReferences []OwnerReference @uid
  finalizers []string @
  managedFields []any
OwnerReference
  apiVersion string ! Go=APIVersion
  kind string !
  name string !
  uid types.UID ! Go=UID
  controller *bool
  blockOwnerDeletion *bool
LabelSelector
  matchLabels map:string
  matchExpressions []LabelSelectorRequirement
LabelSelectorRequirement
  key string !
  operator LabelSelectorOperator !
  values []string
Condition
  type string !
  status ConditionStatus !
  observedGeneration int64
  lastTransitionTime time !
  reason string !
  message string !
FieldSelectorRequirement
  key string !
  operator FieldSelectorOperator !
  values []string
Status
  metadata ListMeta Go=ListMeta
  status string
  message string
  reason StatusReason
  details *StatusDetails
  code int32
ListMeta
  selfLink string
  resourceVersion string
  continue string
  remainingItemCount *int64
StatusDetails
  name string
  group string
  kind string
  uid types.UID Go=UID
  causes []StatusCause
  retryAfterSeconds int32
StatusCause
  reason CauseType Go=Type
  message string
  field string
DeleteOptions
  gracePeriodSeconds *int64
  preconditions *Preconditions
  orphanDependents *bool
  propagationPolicy *DeletionPropagation
  dryRun []string
  ignoreStoreReadErrorWithClusterBreakingPotential *bool
`;
