/** Field lists of the other kinds of the core group: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
Namespace
  metadata ObjectMeta Go=ObjectMeta
  spec NamespaceSpec
  status NamespaceStatus
NamespaceSpec
  finalizers []FinalizerName
NamespaceStatus
  phase NamespacePhase
  conditions []NamespaceCondition @type
NamespaceCondition
  type NamespaceConditionType !
  status ConditionStatus !
  lastTransitionTime time
  reason string
  message string
ServiceAccount
  metadata ObjectMeta Go=ObjectMeta
  secrets []ObjectReference @name
  imagePullSecrets []LocalObjectReference
  automountServiceAccountToken *bool
ObjectReference
  kind string
  namespace string
  name string
  uid types.UID Go=UID
  apiVersion string Go=APIVersion
  resourceVersion string
  fieldPath string
Secret
  metadata ObjectMeta Go=ObjectMeta
  immutable *bool
  data map:bytes
  stringData map:string
  type SecretType
ConfigMap
  metadata ObjectMeta Go=ObjectMeta
  immutable *bool
  data map:string
  binaryData map:bytes
Service
  metadata ObjectMeta Go=ObjectMeta
  spec ServiceSpec
  status ServiceStatus
ServiceSpec
  ports []ServicePort @port
  selector map:string
  clusterIP string
  clusterIPs []string
  type ServiceType
  externalIPs []string
  sessionAffinity ServiceAffinity
  loadBalancerIP string
  loadBalancerSourceRanges []string
  externalName string
  externalTrafficPolicy ServiceExternalTrafficPolicy
  healthCheckNodePort int32
  publishNotReadyAddresses bool
  sessionAffinityConfig *SessionAffinityConfig
  ipFamilies []IPFamily Go=IPFamilies
  ipFamilyPolicy *IPFamilyPolicy Go=IPFamilyPolicy
  allocateLoadBalancerNodePorts *bool
  loadBalancerClass *string
  internalTrafficPolicy *ServiceInternalTrafficPolicy
  trafficDistribution *string
ServicePort
  name string
  protocol Protocol
  appProtocol *string
  port int32 !
  targetPort intOrString
  nodePort int32
SessionAffinityConfig
  clientIP *ClientIPConfig
ClientIPConfig
  timeoutSeconds *int32
ServiceStatus
  loadBalancer LoadBalancerStatus
  conditions []Condition @type
LoadBalancerStatus
  ingress []LoadBalancerIngress
LoadBalancerIngress
  ip string Go=IP
  hostname string
  ipMode *LoadBalancerIPMode Go=IPMode
  ports []PortStatus
PortStatus
  port int32 !
  protocol Protocol !
  error *string
Endpoints
  metadata ObjectMeta Go=ObjectMeta
  subsets []EndpointSubset
EndpointSubset
  addresses []EndpointAddress
  notReadyAddresses []EndpointAddress
  ports []EndpointPort
EndpointAddress
  ip string ! Go=IP
  hostname string
  nodeName *string
  targetRef *ObjectReference
EndpointPort
  name string
  port int32 !
  protocol Protocol
  appProtocol *string
Event
  metadata ObjectMeta ! Go=ObjectMeta
  involvedObject ObjectReference !
  reason string
  message string
  source EventSource
  firstTimestamp time
  lastTimestamp time
  count int32
  type string
  eventTime microTime
  series *EventSeries
  action string
  related *ObjectReference
  reportingComponent string ! Go=ReportingController
  reportingInstance string !
EventSource
  component string
  host string
EventSeries
  count int32
  lastObservedTime microTime
Node
  metadata ObjectMeta Go=ObjectMeta
  spec NodeSpec
  status NodeStatus
NodeSpec
  podCIDR string
  podCIDRs []string @
  providerID string
  unschedulable bool
  taints []Taint
  configSource *any
  externalID string Go=DoNotUseExternalID
Taint
  key string !
  value string
  effect TaintEffect !
  timeAdded *time
NodeStatus
  capacity map:quantity
  allocatable map:quantity
  phase NodePhase
  conditions []NodeCondition @type
  addresses []NodeAddress @type
  daemonEndpoints NodeDaemonEndpoints
  nodeInfo NodeSystemInfo
  images []ContainerImage
  volumesInUse []UniqueVolumeName
  volumesAttached []any
  config *any
  runtimeHandlers []any
  features *any
NodeCondition
  type NodeConditionType !
  status ConditionStatus !
  lastHeartbeatTime time
  lastTransitionTime time
  reason string
  message string
NodeAddress
  type NodeAddressType !
  address string !
NodeDaemonEndpoints
  kubeletEndpoint DaemonEndpoint
DaemonEndpoint
  Port int32 !
NodeSystemInfo
  machineID string !
  systemUUID string !
  bootID string !
  kernelVersion string !
  osImage string ! Go=OSImage
  containerRuntimeVersion string !
  kubeletVersion string !
  kubeProxyVersion string !
  operatingSystem string !
  architecture string !
  swap *NodeSwapStatus
NodeSwapStatus
  capacity *int64
ContainerImage
  names []string !
  sizeBytes int64
PersistentVolumeClaim
  metadata ObjectMeta Go=ObjectMeta
  spec PersistentVolumeClaimSpec
  status PersistentVolumeClaimStatus
PersistentVolumeClaimSpec
  accessModes []PersistentVolumeAccessMode
  selector *LabelSelector
  resources VolumeResourceRequirements
  volumeName string
  storageClassName *string
  volumeMode *PersistentVolumeMode
  dataSource *TypedLocalObjectReference
  dataSourceRef *TypedObjectReference
  volumeAttributesClassName *string
VolumeResourceRequirements
  limits map:quantity
  requests map:quantity
TypedLocalObjectReference
  apiGroup *string ! Go=APIGroup
  kind string !
  name string !
TypedObjectReference
  apiGroup *string ! Go=APIGroup
  kind string !
  name string !
  namespace *string
PersistentVolumeClaimStatus
  phase PersistentVolumeClaimPhase
  accessModes []PersistentVolumeAccessMode
  capacity map:quantity
  conditions []PersistentVolumeClaimCondition @type
  allocatedResources map:quantity
  allocatedResourceStatuses map:ClaimResourceStatus
  currentVolumeAttributesClassName *string
  modifyVolumeStatus *ModifyVolumeStatus
PersistentVolumeClaimCondition
  type PersistentVolumeClaimConditionType !
  status ConditionStatus !
  lastProbeTime time
  lastTransitionTime time
  reason string
  message string
ModifyVolumeStatus
  targetVolumeAttributesClassName string
  status PersistentVolumeClaimModifyVolumeStatus !
Binding
  metadata ObjectMeta Go=ObjectMeta
  target ObjectReference !
Preconditions
  uid *types.UID Go=UID
LimitRange
  metadata ObjectMeta Go=ObjectMeta
  spec LimitRangeSpec
LimitRangeSpec
  limits []LimitRangeItem !
LimitRangeItem
  type LimitType !
  max map:quantity
  min map:quantity
  default map:quantity
  defaultRequest map:quantity
  maxLimitRequestRatio map:quantity
ResourceQuota
  metadata ObjectMeta Go=ObjectMeta
  spec ResourceQuotaSpec
  status ResourceQuotaStatus
ResourceQuotaSpec
  hard map:quantity
  scopes []ResourceQuotaScope
  scopeSelector *ScopeSelector
ScopeSelector
  matchExpressions []ScopedResourceSelectorRequirement
ScopedResourceSelectorRequirement
  scopeName ResourceQuotaScope !
  operator ScopeSelectorOperator !
  values []string
ResourceQuotaStatus
  hard map:quantity
  used map:quantity
`;
