/** Field lists of a Pod's status: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
PodStatus
  observedGeneration int64
  phase PodPhase
  conditions []PodCondition @type
  message string
  reason string
  nominatedNodeName string
  hostIP string
  hostIPs []HostIP @ip
  podIP string
  podIPs []PodIP @ip
  startTime *time
  initContainerStatuses []ContainerStatus
  containerStatuses []ContainerStatus
  qosClass PodQOSClass Go=QOSClass
  ephemeralContainerStatuses []ContainerStatus
  resize PodResizeStatus
  resourceClaimStatuses []any @name retain
  extendedResourceClaimStatus *any
PodCondition
  type PodConditionType !
  observedGeneration int64
  status ConditionStatus !
  lastProbeTime time
  lastTransitionTime time
  reason string
  message string
HostIP
  ip string ! Go=IP
PodIP
  ip string ! Go=IP
ContainerStatus
  name string !
  state ContainerState
  lastState ContainerState Go=LastTerminationState
  ready bool !
  restartCount int32 !
  image string !
  imageID string !
  containerID string
  started *bool
  allocatedResources map:quantity
  resources *ResourceRequirements
  volumeMounts []any @mountPath
  user *any
  allocatedResourcesStatus []any @name
  stopSignal *Signal
ContainerState
  waiting *ContainerStateWaiting
  running *ContainerStateRunning
  terminated *ContainerStateTerminated
ContainerStateWaiting
  reason string
  message string
ContainerStateRunning
  startedAt time
ContainerStateTerminated
  exitCode int32 !
  signal int32
  reason string
  message string
  startedAt time
  finishedAt time
  containerID string
`;
