/** Volumes of a Pod. Field names, order and types: k8s.io/api v0.36.3 core/v1/types.go. Notation: struct.ts. */
export const text = `
Volume = name VolumeSource>hostPath?:*HostPathVolumeSource VolumeSource>emptyDir?:*EmptyDirVolumeSource
  VolumeSource>gcePersistentDisk?:*GCEPersistentDiskVolumeSource
  VolumeSource>awsElasticBlockStore?:*AWSElasticBlockStoreVolumeSource
  VolumeSource>gitRepo?:*GitRepoVolumeSource VolumeSource>secret?:*SecretVolumeSource
  VolumeSource>nfs?:*NFSVolumeSource VolumeSource>iscsi?:*ISCSIVolumeSource
  VolumeSource>glusterfs?:*GlusterfsVolumeSource
  VolumeSource>persistentVolumeClaim?:*PersistentVolumeClaimVolumeSource VolumeSource>rbd?:*RBDVolumeSource
  VolumeSource>flexVolume?:*FlexVolumeSource VolumeSource>cinder?:*CinderVolumeSource
  VolumeSource>cephfs?:*CephFSVolumeSource VolumeSource>flocker?:*FlockerVolumeSource
  VolumeSource>downwardAPI?:*DownwardAPIVolumeSource VolumeSource>fc?:*FCVolumeSource
  VolumeSource>azureFile?:*AzureFileVolumeSource VolumeSource>configMap?:*ConfigMapVolumeSource
  VolumeSource>vsphereVolume?:*VsphereVirtualDiskVolumeSource VolumeSource>quobyte?:*QuobyteVolumeSource
  VolumeSource>azureDisk?:*AzureDiskVolumeSource
  VolumeSource>photonPersistentDisk?:*PhotonPersistentDiskVolumeSource
  VolumeSource>projected?:*ProjectedVolumeSource VolumeSource>portworxVolume?:*PortworxVolumeSource
  VolumeSource>scaleIO?:*ScaleIOVolumeSource VolumeSource>storageos?:*StorageOSVolumeSource
  VolumeSource>csi?:*CSIVolumeSource VolumeSource>ephemeral?:*EphemeralVolumeSource
  VolumeSource>image?:*ImageVolumeSource
HostPathVolumeSource = path type?:*~HostPathType
EmptyDirVolumeSource = medium?:~StorageMedium sizeLimit?:*Quantity
GCEPersistentDiskVolumeSource = pdName fsType? partition?:int32 readOnly?:bool
AWSElasticBlockStoreVolumeSource = volumeID fsType? partition?:int32 readOnly?:bool
GitRepoVolumeSource = repository revision? directory?
SecretVolumeSource = secretName? items?:[]KeyToPath defaultMode?:*int32 optional?:*bool
KeyToPath = key path mode?:*int32
NFSVolumeSource = server path readOnly?:bool
ISCSIVolumeSource = targetPortal iqn lun:int32 iscsiInterface? fsType? readOnly?:bool portals?:[]string
  chapAuthDiscovery?:bool chapAuthSession?:bool secretRef?:*LocalObjectReference initiatorName?:*string
LocalObjectReference = name?
GlusterfsVolumeSource = endpoints path readOnly?:bool
PersistentVolumeClaimVolumeSource = claimName readOnly?:bool
RBDVolumeSource = monitors:[]string image fsType? pool? user? keyring? secretRef?:*LocalObjectReference
  readOnly?:bool
FlexVolumeSource = driver fsType? secretRef?:*LocalObjectReference readOnly?:bool options?:map:string
CinderVolumeSource = volumeID fsType? readOnly?:bool secretRef?:*LocalObjectReference
CephFSVolumeSource = monitors:[]string path? user? secretFile? secretRef?:*LocalObjectReference readOnly?:bool
FlockerVolumeSource = datasetName? datasetUUID?
DownwardAPIVolumeSource = items?:[]DownwardAPIVolumeFile defaultMode?:*int32
DownwardAPIVolumeFile = path fieldRef?:*ObjectFieldSelector resourceFieldRef?:*ResourceFieldSelector
  mode?:*int32
FCVolumeSource = targetWWNs?:[]string lun?:*int32 fsType? readOnly?:bool wwids?:[]string
AzureFileVolumeSource = secretName shareName readOnly?:bool
ConfigMapVolumeSource = LocalObjectReference>name? items?:[]KeyToPath defaultMode?:*int32 optional?:*bool
VsphereVirtualDiskVolumeSource = volumePath fsType? storagePolicyName? storagePolicyID?
QuobyteVolumeSource = registry volume readOnly?:bool user? group? tenant?
AzureDiskVolumeSource = diskName diskURI cachingMode?:*~AzureDataDiskCachingMode fsType?:*string readOnly?:*bool
  kind?:*~AzureDataDiskKind
PhotonPersistentDiskVolumeSource = pdID fsType?
ProjectedVolumeSource = sources:[]VolumeProjection defaultMode?:*int32
VolumeProjection = secret?:*SecretProjection downwardAPI?:*DownwardAPIProjection configMap?:*ConfigMapProjection
  serviceAccountToken?:*ServiceAccountTokenProjection clusterTrustBundle?:*ClusterTrustBundleProjection
  podCertificate?:*PodCertificateProjection
SecretProjection = LocalObjectReference>name? items?:[]KeyToPath optional?:*bool
DownwardAPIProjection = items?:[]DownwardAPIVolumeFile
ConfigMapProjection = LocalObjectReference>name? items?:[]KeyToPath optional?:*bool
ServiceAccountTokenProjection = audience? expirationSeconds?:*int64 path
ClusterTrustBundleProjection = name?:*string signerName?:*string labelSelector?:*LabelSelector optional?:*bool
  path
PodCertificateProjection = signerName? keyType? maxExpirationSeconds?:*int32 credentialBundlePath? keyPath?
  certificateChainPath? userAnnotations?:map:string
PortworxVolumeSource = volumeID fsType? readOnly?:bool
ScaleIOVolumeSource = gateway system secretRef:*LocalObjectReference sslEnabled?:bool protectionDomain?
  storagePool? storageMode? volumeName? fsType? readOnly?:bool
StorageOSVolumeSource = volumeName? volumeNamespace? fsType? readOnly?:bool secretRef?:*LocalObjectReference
CSIVolumeSource = driver readOnly?:*bool fsType?:*string volumeAttributes?:map:string
  nodePublishSecretRef?:*LocalObjectReference
EphemeralVolumeSource = volumeClaimTemplate?:*PersistentVolumeClaimTemplate
PersistentVolumeClaimTemplate = metadata?:ObjectMeta spec:PersistentVolumeClaimSpec
PersistentVolumeClaimSpec = accessModes?:[]~PersistentVolumeAccessMode selector?:*LabelSelector
  resources?:VolumeResourceRequirements volumeName? storageClassName?:*string volumeMode?:*~PersistentVolumeMode
  dataSource?:*TypedLocalObjectReference dataSourceRef?:*TypedObjectReference volumeAttributesClassName?:*string
VolumeResourceRequirements = limits?:ResourceList requests?:ResourceList
TypedLocalObjectReference = apiGroup:*string kind name
TypedObjectReference = apiGroup:*string kind name namespace?:*string
ImageVolumeSource = reference? pullPolicy?:~PullPolicy
`;
