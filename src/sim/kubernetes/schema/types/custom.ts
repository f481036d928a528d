/**
 * Field lists of custom resources: name, type, flags; the notation is explained in `../types.ts`. Sources:
 * secrets-store-csi-driver 1.6: apis/v1, vault-secrets-operator 1.4: api/v1beta1, k8s.io/apiextensions-apiserver.
 */
export default `
CustomResourceDefinition
  metadata ObjectMeta Go=ObjectMeta
  spec any !
  status any
SecretProviderClass
  metadata ObjectMeta Go=ObjectMeta
  spec SecretProviderClassSpec
SecretProviderClassSpec
  provider Provider
  parameters map:string
  secretObjects []SecretObject
SecretObject
  secretName string
  type string
  labels map:string
  annotations map:string
  data []SecretObjectData
SecretObjectData
  objectName string
  key string
SecretProviderClassPodStatus
  metadata ObjectMeta Go=ObjectMeta
  status SecretProviderClassPodStatusStatus
SecretProviderClassPodStatusStatus
  podName string
  secretProviderClassName string
  mounted bool
  targetPath string
  objects []SecretProviderClassObject
SecretProviderClassObject
  id string
  version string
VaultConnection
  metadata ObjectMeta Go=ObjectMeta
  spec VaultConnectionSpec
  status VaultStatus
VaultConnectionSpec
  address string !
  headers map:string
  tlsServerName string
  caCertSecretRef string
  caCertPath string
  skipTLSVerify bool
  timeout string
VaultAuth
  metadata ObjectMeta Go=ObjectMeta
  spec VaultAuthSpec
  status VaultStatus
VaultAuthSpec
  vaultConnectionRef string
  vaultAuthGlobalRef *any
  namespace string
  allowedNamespaces []string
  method string
  mount string
  params map:string
  headers map:string
  kubernetes *VaultAuthConfigKubernetes
  appRole *any
  jwt *any
  aws *any
  gcp *any
  storageEncryption *any
VaultAuthConfigKubernetes
  role string
  serviceAccount string
  audiences []string
  tokenExpirationSeconds int64
VaultStaticSecret
  metadata ObjectMeta Go=ObjectMeta
  spec VaultStaticSecretSpec
  status VaultStatus
VaultStaticSecretSpec
  vaultAuthRef string
  namespace string
  mount string !
  path string !
  version int64
  type string !
  refreshAfter string
  hmacSecretData *bool
  rolloutRestartTargets []RolloutRestartTarget
  destination VaultSecretDestination !
  syncConfig *any
VaultDynamicSecret
  metadata ObjectMeta Go=ObjectMeta
  spec VaultDynamicSecretSpec
  status VaultStatus
VaultDynamicSecretSpec
  vaultAuthRef string
  namespace string
  mount string !
  requestHTTPMethod string
  path string !
  params map:string
  renewalPercent int64
  revoke bool
  allowStaticCreds bool
  rolloutRestartTargets []RolloutRestartTarget
  destination VaultSecretDestination !
  refreshAfter string
RolloutRestartTarget
  kind string !
  name string !
VaultSecretDestination
  name string !
  create bool
  overwrite bool
  labels map:string
  annotations map:string
  type string
  transformation any
VaultStatus
  valid *bool
  error string
  specHash string
  lastGeneration int64
  secretMAC string
  vaultClientMeta any
  lastRenewalTime int64
  secretLease any
  lastRuntimePodUID string
  conditions []Condition
`;
