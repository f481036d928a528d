/** Field lists of a Pod and its spec: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
Pod
  metadata ObjectMeta Go=ObjectMeta
  spec PodSpec
  status PodStatus
PodSpec
  volumes []Volume @name retain
  initContainers []Container @name
  containers []Container @name !
  ephemeralContainers []EphemeralContainer @name
  restartPolicy RestartPolicy
  terminationGracePeriodSeconds *int64
  activeDeadlineSeconds *int64
  dnsPolicy DNSPolicy Go=DNSPolicy
  nodeSelector map:string
  serviceAccountName string
  serviceAccount string Go=DeprecatedServiceAccount
  automountServiceAccountToken *bool
  nodeName string
  hostNetwork bool
  hostPID bool
  hostIPC bool
  shareProcessNamespace *bool
  securityContext *PodSecurityContext
  imagePullSecrets []LocalObjectReference @name
  hostname string
  subdomain string
  affinity *Affinity
  schedulerName string
  tolerations []Toleration
  hostAliases []HostAlias @ip
  priorityClassName string
  priority *int32
  dnsConfig *PodDNSConfig Go=DNSConfig
  readinessGates []PodReadinessGate
  runtimeClassName *string
  enableServiceLinks *bool
  preemptionPolicy *PreemptionPolicy
  overhead map:quantity
  topologySpreadConstraints []TopologySpreadConstraint @topologyKey
  setHostnameAsFQDN *bool
  os *PodOS Go=OS
  hostUsers *bool
  schedulingGates []PodSchedulingGate @name
  resourceClaims []any @name retain
  resources *ResourceRequirements
  hostnameOverride *string
Volume
  name string !
  hostPath *HostPathVolumeSource
  emptyDir *EmptyDirVolumeSource
  gcePersistentDisk *any Go=GCEPersistentDisk
  awsElasticBlockStore *any Go=AWSElasticBlockStore
  gitRepo *any
  secret *SecretVolumeSource
  nfs *any Go=NFS
  iscsi *any Go=ISCSI
  glusterfs *any
  persistentVolumeClaim *PersistentVolumeClaimVolumeSource
  rbd *any Go=RBD
  flexVolume *any
  cinder *any
  cephfs *any Go=CephFS
  flocker *any
  downwardAPI *DownwardAPIVolumeSource
  fc *any Go=FC
  azureFile *any
  configMap *ConfigMapVolumeSource
  vsphereVolume *any
  quobyte *any
  azureDisk *any
  photonPersistentDisk *any
  projected *ProjectedVolumeSource
  portworxVolume *any
  scaleIO *any
  storageos *any Go=StorageOS
  csi *CSIVolumeSource Go=CSI
  ephemeral *any
  image *ImageVolumeSource
HostPathVolumeSource
  path string !
  type *HostPathType
EmptyDirVolumeSource
  medium StorageMedium
  sizeLimit *quantity
SecretVolumeSource
  secretName string
  items []KeyToPath
  defaultMode *int32
  optional *bool
KeyToPath
  key string !
  path string !
  mode *int32
PersistentVolumeClaimVolumeSource
  claimName string !
  readOnly bool
DownwardAPIVolumeSource
  items []DownwardAPIVolumeFile
  defaultMode *int32
DownwardAPIVolumeFile
  path string !
  fieldRef *ObjectFieldSelector
  resourceFieldRef *ResourceFieldSelector
  mode *int32
ObjectFieldSelector
  apiVersion string Go=APIVersion
  fieldPath string !
ResourceFieldSelector
  containerName string
  resource string !
  divisor quantity
ConfigMapVolumeSource
  name string
  items []KeyToPath
  defaultMode *int32
  optional *bool
ProjectedVolumeSource
  sources []VolumeProjection !
  defaultMode *int32
VolumeProjection
  secret *SecretProjection
  downwardAPI *DownwardAPIProjection
  configMap *ConfigMapProjection
  serviceAccountToken *ServiceAccountTokenProjection
  clusterTrustBundle *ClusterTrustBundleProjection
  podCertificate *any
SecretProjection
  name string
  items []KeyToPath
  optional *bool
DownwardAPIProjection
  items []DownwardAPIVolumeFile
ConfigMapProjection
  name string
  items []KeyToPath
  optional *bool
ServiceAccountTokenProjection
  audience string
  expirationSeconds *int64
  path string !
ClusterTrustBundleProjection
  name *string
  signerName *string
  labelSelector *LabelSelector
  optional *bool
  path string !
CSIVolumeSource
  driver string !
  readOnly *bool
  fsType *string Go=FSType
  volumeAttributes map:string
  nodePublishSecretRef *LocalObjectReference
LocalObjectReference
  name string
ImageVolumeSource
  reference string
  pullPolicy PullPolicy
Container
  name string !
  image string
  command []string
  args []string
  workingDir string
  ports []ContainerPort @containerPort
  envFrom []EnvFromSource
  env []EnvVar @name
  resources ResourceRequirements
  resizePolicy []ContainerResizePolicy
  restartPolicy *ContainerRestartPolicy
  restartPolicyRules []ContainerRestartRule
  volumeMounts []VolumeMount @mountPath
  volumeDevices []VolumeDevice @devicePath
  livenessProbe *Probe
  readinessProbe *Probe
  startupProbe *Probe
  lifecycle *Lifecycle
  terminationMessagePath string
  terminationMessagePolicy TerminationMessagePolicy
  imagePullPolicy PullPolicy
  securityContext *SecurityContext
  stdin bool
  stdinOnce bool
  tty bool Go=TTY
ContainerPort
  name string
  hostPort int32
  containerPort int32 !
  protocol Protocol
  hostIP string
EnvFromSource
  prefix string
  configMapRef *ConfigMapEnvSource
  secretRef *SecretEnvSource
ConfigMapEnvSource
  name string
  optional *bool
SecretEnvSource
  name string
  optional *bool
EnvVar
  name string !
  value string
  valueFrom *EnvVarSource
EnvVarSource
  fieldRef *ObjectFieldSelector
  resourceFieldRef *ResourceFieldSelector
  configMapKeyRef *ConfigMapKeySelector
  secretKeyRef *SecretKeySelector
  fileKeyRef *FileKeySelector
ConfigMapKeySelector
  name string
  key string !
  optional *bool
SecretKeySelector
  name string
  key string !
  optional *bool
FileKeySelector
  volumeName string !
  path string !
  key string !
  optional *bool
ResourceRequirements
  limits map:quantity
  requests map:quantity
  claims []ResourceClaim
ResourceClaim
  name string !
  request string
ContainerResizePolicy
  resourceName ResourceName !
  restartPolicy ResourceResizeRestartPolicy !
ContainerRestartRule
  action ContainerRestartRuleAction
  exitCodes *ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes
  operator ContainerRestartRuleOnExitCodesOperator
  values []int32
VolumeMount
  name string !
  readOnly bool
  recursiveReadOnly *RecursiveReadOnlyMode
  mountPath string !
  subPath string
  mountPropagation *MountPropagationMode
  subPathExpr string
VolumeDevice
  name string !
  devicePath string !
Probe
  exec *ExecAction
  httpGet *HTTPGetAction Go=HTTPGet
  tcpSocket *TCPSocketAction Go=TCPSocket
  grpc *GRPCAction Go=GRPC
  initialDelaySeconds int32
  timeoutSeconds int32
  periodSeconds int32
  successThreshold int32
  failureThreshold int32
  terminationGracePeriodSeconds *int64
ExecAction
  command []string
HTTPGetAction
  path string
  port intOrString !
  host string
  scheme URIScheme
  httpHeaders []HTTPHeader Go=HTTPHeaders
HTTPHeader
  name string !
  value string !
TCPSocketAction
  port intOrString !
  host string
GRPCAction
  port int32 !
  service *string !
Lifecycle
  postStart *LifecycleHandler
  preStop *LifecycleHandler
  stopSignal *Signal
LifecycleHandler
  exec *ExecAction
  httpGet *HTTPGetAction Go=HTTPGet
  tcpSocket *TCPSocketAction Go=TCPSocket
  sleep *SleepAction
SleepAction
  seconds int64 !
SecurityContext
  capabilities *Capabilities
  privileged *bool
  seLinuxOptions *SELinuxOptions Go=SELinuxOptions
  windowsOptions *WindowsSecurityContextOptions
  runAsUser *int64
  runAsGroup *int64
  runAsNonRoot *bool
  readOnlyRootFilesystem *bool
  allowPrivilegeEscalation *bool
  procMount *ProcMountType
  seccompProfile *SeccompProfile
  appArmorProfile *AppArmorProfile
Capabilities
  add []Capability
  drop []Capability
SELinuxOptions
  user string
  role string
  type string
  level string
WindowsSecurityContextOptions
  gmsaCredentialSpecName *string Go=GMSACredentialSpecName
  gmsaCredentialSpec *string Go=GMSACredentialSpec
  runAsUserName *string
  hostProcess *bool
SeccompProfile
  type SeccompProfileType !
  localhostProfile *string
AppArmorProfile
  type AppArmorProfileType !
  localhostProfile *string
EphemeralContainer
  name string !
  image string
  command []string
  args []string
  workingDir string
  ports []ContainerPort @containerPort
  envFrom []EnvFromSource
  env []EnvVar @name
  resources ResourceRequirements
  resizePolicy []ContainerResizePolicy
  restartPolicy *ContainerRestartPolicy
  restartPolicyRules []ContainerRestartRule
  volumeMounts []VolumeMount @mountPath
  volumeDevices []VolumeDevice @devicePath
  livenessProbe *Probe
  readinessProbe *Probe
  startupProbe *Probe
  lifecycle *Lifecycle
  terminationMessagePath string
  terminationMessagePolicy TerminationMessagePolicy
  imagePullPolicy PullPolicy
  securityContext *SecurityContext
  stdin bool
  stdinOnce bool
  tty bool Go=TTY
  targetContainerName string
PodSecurityContext
  seLinuxOptions *SELinuxOptions Go=SELinuxOptions
  windowsOptions *WindowsSecurityContextOptions
  runAsUser *int64
  runAsGroup *int64
  runAsNonRoot *bool
  supplementalGroups []int64
  supplementalGroupsPolicy *SupplementalGroupsPolicy
  fsGroup *int64 Go=FSGroup
  sysctls []Sysctl
  fsGroupChangePolicy *PodFSGroupChangePolicy Go=FSGroupChangePolicy
  seccompProfile *SeccompProfile
  appArmorProfile *AppArmorProfile
  seLinuxChangePolicy *PodSELinuxChangePolicy Go=SELinuxChangePolicy
Sysctl
  name string !
  value string !
Affinity
  nodeAffinity *NodeAffinity
  podAffinity *PodAffinity
  podAntiAffinity *PodAntiAffinity
NodeAffinity
  requiredDuringSchedulingIgnoredDuringExecution *NodeSelector
  preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm
NodeSelector
  nodeSelectorTerms []NodeSelectorTerm !
NodeSelectorTerm
  matchExpressions []NodeSelectorRequirement
  matchFields []NodeSelectorRequirement
NodeSelectorRequirement
  key string !
  operator NodeSelectorOperator !
  values []string
PreferredSchedulingTerm
  weight int32 !
  preference NodeSelectorTerm !
PodAffinity
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
PodAffinityTerm
  labelSelector *LabelSelector
  namespaces []string
  topologyKey string !
  namespaceSelector *LabelSelector
  matchLabelKeys []string
  mismatchLabelKeys []string
WeightedPodAffinityTerm
  weight int32 !
  podAffinityTerm PodAffinityTerm !
PodAntiAffinity
  requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
  preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
Toleration
  key string
  operator TolerationOperator
  value string
  effect TaintEffect
  tolerationSeconds *int64
HostAlias
  ip string ! Go=IP
  hostnames []string
PodDNSConfig
  nameservers []string
  searches []string
  options []PodDNSConfigOption
PodDNSConfigOption
  name string
  value *string
PodReadinessGate
  conditionType PodConditionType !
TopologySpreadConstraint
  maxSkew int32 !
  topologyKey string !
  whenUnsatisfiable UnsatisfiableConstraintAction !
  labelSelector *LabelSelector
  minDomains *int32
  nodeAffinityPolicy *NodeInclusionPolicy
  nodeTaintsPolicy *NodeInclusionPolicy
  matchLabelKeys []string
PodOS
  name OSName !
PodSchedulingGate
  name string !
PodTemplateSpec
  metadata ObjectMeta Go=ObjectMeta
  spec PodSpec
`;
