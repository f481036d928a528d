/** The Pod around volumes and containers; of its status only what admission can meet. k8s.io/api v0.36.3 core/v1/types.go. Notation: struct.ts. */
export const text = `
Pod = TypeMeta>kind? TypeMeta>apiVersion? metadata?:ObjectMeta spec?:PodSpec status?:PodStatus
PodSpec = volumes?:[]Volume initContainers?:[]Container containers:[]Container
  ephemeralContainers?:[]EphemeralContainer restartPolicy?:~RestartPolicy terminationGracePeriodSeconds?:*int64
  activeDeadlineSeconds?:*int64 dnsPolicy?:~DNSPolicy nodeSelector?:map:string serviceAccountName?
  serviceAccount? automountServiceAccountToken?:*bool nodeName? hostNetwork?:bool hostPID?:bool hostIPC?:bool
  shareProcessNamespace?:*bool securityContext?:*PodSecurityContext imagePullSecrets?:[]LocalObjectReference
  hostname? subdomain? affinity?:*Affinity schedulerName? tolerations?:[]Toleration hostAliases?:[]HostAlias
  priorityClassName? priority?:*int32 dnsConfig?:*PodDNSConfig readinessGates?:[]PodReadinessGate
  runtimeClassName?:*string enableServiceLinks?:*bool preemptionPolicy?:*~PreemptionPolicy
  overhead?:ResourceList topologySpreadConstraints?:[]TopologySpreadConstraint setHostnameAsFQDN?:*bool
  os?:*PodOS hostUsers?:*bool schedulingGates?:[]PodSchedulingGate resourceClaims?:[]PodResourceClaim
  resources?:*ResourceRequirements hostnameOverride?:*string schedulingGroup?:*PodSchedulingGroup
PodSecurityContext = seLinuxOptions?:*SELinuxOptions windowsOptions?:*WindowsSecurityContextOptions
  runAsUser?:*int64 runAsGroup?:*int64 runAsNonRoot?:*bool supplementalGroups?:[]int64
  supplementalGroupsPolicy?:*~SupplementalGroupsPolicy fsGroup?:*int64 sysctls?:[]Sysctl
  fsGroupChangePolicy?:*~PodFSGroupChangePolicy seccompProfile?:*SeccompProfile
  appArmorProfile?:*AppArmorProfile seLinuxChangePolicy?:*~PodSELinuxChangePolicy
Sysctl = name value
Affinity = nodeAffinity?:*NodeAffinity podAffinity?:*PodAffinity podAntiAffinity?:*PodAntiAffinity
NodeAffinity = requiredDuringSchedulingIgnoredDuringExecution?:*NodeSelector
  preferredDuringSchedulingIgnoredDuringExecution?:[]PreferredSchedulingTerm
NodeSelector = nodeSelectorTerms:[]NodeSelectorTerm
NodeSelectorTerm = matchExpressions?:[]NodeSelectorRequirement matchFields?:[]NodeSelectorRequirement
NodeSelectorRequirement = key operator:~NodeSelectorOperator values?:[]string
PreferredSchedulingTerm = weight:int32 preference:NodeSelectorTerm
PodAffinity = requiredDuringSchedulingIgnoredDuringExecution?:[]PodAffinityTerm
  preferredDuringSchedulingIgnoredDuringExecution?:[]WeightedPodAffinityTerm
PodAffinityTerm = labelSelector?:*LabelSelector namespaces?:[]string topologyKey
  namespaceSelector?:*LabelSelector matchLabelKeys?:[]string mismatchLabelKeys?:[]string
WeightedPodAffinityTerm = weight:int32 podAffinityTerm:PodAffinityTerm
PodAntiAffinity = requiredDuringSchedulingIgnoredDuringExecution?:[]PodAffinityTerm
  preferredDuringSchedulingIgnoredDuringExecution?:[]WeightedPodAffinityTerm
Toleration = key? operator?:~TolerationOperator value? effect?:~TaintEffect tolerationSeconds?:*int64
HostAlias = ip hostnames?:[]string
PodDNSConfig = nameservers?:[]string searches?:[]string options?:[]PodDNSConfigOption
PodDNSConfigOption = name? value?:*string
PodReadinessGate = conditionType:~PodConditionType
TopologySpreadConstraint = maxSkew:int32 topologyKey whenUnsatisfiable:~UnsatisfiableConstraintAction
  labelSelector?:*LabelSelector minDomains?:*int32 nodeAffinityPolicy?:*~NodeInclusionPolicy
  nodeTaintsPolicy?:*~NodeInclusionPolicy matchLabelKeys?:[]string
PodOS = name:~OSName
PodSchedulingGate = name
PodResourceClaim = name resourceClaimName?:*string resourceClaimTemplateName?:*string
PodSchedulingGroup = podGroupName?:*string
PodStatus = observedGeneration?:int64 phase?:~PodPhase message? reason? nominatedNodeName? hostIP? podIP?
  startTime?:*Time qosClass?:~PodQOSClass
`;
