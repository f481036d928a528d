/** Containers of a Pod. Field names, order and types: k8s.io/api v0.36.3 core/v1/types.go. Notation: struct.ts. */
export const text = `
ObjectFieldSelector = apiVersion? fieldPath
ResourceFieldSelector = containerName? resource divisor?:Quantity
Container = name image? command?:[]string args?:[]string workingDir? ports?:[]ContainerPort
  envFrom?:[]EnvFromSource env?:[]EnvVar resources?:ResourceRequirements resizePolicy?:[]ContainerResizePolicy
  restartPolicy?:*~ContainerRestartPolicy restartPolicyRules?:[]ContainerRestartRule volumeMounts?:[]VolumeMount
  volumeDevices?:[]VolumeDevice livenessProbe?:*Probe readinessProbe?:*Probe startupProbe?:*Probe
  lifecycle?:*Lifecycle terminationMessagePath? terminationMessagePolicy?:~TerminationMessagePolicy
  imagePullPolicy?:~PullPolicy securityContext?:*SecurityContext stdin?:bool stdinOnce?:bool tty?:bool
ContainerPort = name? hostPort?:int32 containerPort:int32 protocol?:~Protocol hostIP?
EnvFromSource = prefix? configMapRef?:*ConfigMapEnvSource secretRef?:*SecretEnvSource
ConfigMapEnvSource = LocalObjectReference>name? optional?:*bool
SecretEnvSource = LocalObjectReference>name? optional?:*bool
EnvVar = name value? valueFrom?:*EnvVarSource
EnvVarSource = fieldRef?:*ObjectFieldSelector resourceFieldRef?:*ResourceFieldSelector
  configMapKeyRef?:*ConfigMapKeySelector secretKeyRef?:*SecretKeySelector fileKeyRef?:*FileKeySelector
ConfigMapKeySelector = LocalObjectReference>name? key optional?:*bool
SecretKeySelector = LocalObjectReference>name? key optional?:*bool
FileKeySelector = volumeName path key optional?:*bool
ResourceRequirements = limits?:ResourceList requests?:ResourceList claims?:[]ResourceClaim
ResourceClaim = name request?
ContainerResizePolicy = resourceName:~ResourceName restartPolicy:~ResourceResizeRestartPolicy
ContainerRestartRule = action?:~ContainerRestartRuleAction exitCodes?:*ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes = operator?:~ContainerRestartRuleOnExitCodesOperator values?:[]int32
VolumeMount = name readOnly?:bool recursiveReadOnly?:*~RecursiveReadOnlyMode mountPath subPath?
  mountPropagation?:*~MountPropagationMode subPathExpr?
VolumeDevice = name devicePath
Probe = ProbeHandler>exec?:*ExecAction ProbeHandler>httpGet?:*HTTPGetAction
  ProbeHandler>tcpSocket?:*TCPSocketAction ProbeHandler>grpc?:*GRPCAction initialDelaySeconds?:int32
  timeoutSeconds?:int32 periodSeconds?:int32 successThreshold?:int32 failureThreshold?:int32
  terminationGracePeriodSeconds?:*int64
ExecAction = command?:[]string
HTTPGetAction = path? port:IntOrString host? scheme?:~URIScheme httpHeaders?:[]HTTPHeader
HTTPHeader = name value
TCPSocketAction = port:IntOrString host?
GRPCAction = port:int32 service:*string
Lifecycle = postStart?:*LifecycleHandler preStop?:*LifecycleHandler stopSignal?:*~Signal
LifecycleHandler = exec?:*ExecAction httpGet?:*HTTPGetAction tcpSocket?:*TCPSocketAction sleep?:*SleepAction
SleepAction = seconds:int64
SecurityContext = capabilities?:*Capabilities privileged?:*bool seLinuxOptions?:*SELinuxOptions
  windowsOptions?:*WindowsSecurityContextOptions runAsUser?:*int64 runAsGroup?:*int64 runAsNonRoot?:*bool
  readOnlyRootFilesystem?:*bool allowPrivilegeEscalation?:*bool procMount?:*~ProcMountType
  seccompProfile?:*SeccompProfile appArmorProfile?:*AppArmorProfile
Capabilities = add?:[]~Capability drop?:[]~Capability
SELinuxOptions = user? role? type? level?
WindowsSecurityContextOptions = gmsaCredentialSpecName?:*string gmsaCredentialSpec?:*string
  runAsUserName?:*string hostProcess?:*bool
SeccompProfile = type:~SeccompProfileType localhostProfile?:*string
AppArmorProfile = type:~AppArmorProfileType localhostProfile?:*string
EphemeralContainer = EphemeralContainerCommon>name EphemeralContainerCommon>image?
  EphemeralContainerCommon>command?:[]string EphemeralContainerCommon>args?:[]string
  EphemeralContainerCommon>workingDir? EphemeralContainerCommon>ports?:[]ContainerPort
  EphemeralContainerCommon>envFrom?:[]EnvFromSource EphemeralContainerCommon>env?:[]EnvVar
  EphemeralContainerCommon>resources?:ResourceRequirements
  EphemeralContainerCommon>resizePolicy?:[]ContainerResizePolicy
  EphemeralContainerCommon>restartPolicy?:*~ContainerRestartPolicy
  EphemeralContainerCommon>restartPolicyRules?:[]ContainerRestartRule
  EphemeralContainerCommon>volumeMounts?:[]VolumeMount EphemeralContainerCommon>volumeDevices?:[]VolumeDevice
  EphemeralContainerCommon>livenessProbe?:*Probe EphemeralContainerCommon>readinessProbe?:*Probe
  EphemeralContainerCommon>startupProbe?:*Probe EphemeralContainerCommon>lifecycle?:*Lifecycle
  EphemeralContainerCommon>terminationMessagePath?
  EphemeralContainerCommon>terminationMessagePolicy?:~TerminationMessagePolicy
  EphemeralContainerCommon>imagePullPolicy?:~PullPolicy
  EphemeralContainerCommon>securityContext?:*SecurityContext EphemeralContainerCommon>stdin?:bool
  EphemeralContainerCommon>stdinOnce?:bool EphemeralContainerCommon>tty?:bool targetContainerName?
`;
