/** Field lists of `admissionregistration.k8s.io/v1`: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
MutatingWebhookConfiguration
  metadata ObjectMeta Go=ObjectMeta
  webhooks []MutatingWebhook @name
MutatingWebhook
  name string !
  clientConfig WebhookClientConfig !
  rules []RuleWithOperations
  failurePolicy *FailurePolicyType
  matchPolicy *MatchPolicyType
  namespaceSelector *LabelSelector
  objectSelector *LabelSelector
  sideEffects *SideEffectClass !
  timeoutSeconds *int32
  admissionReviewVersions []string !
  reinvocationPolicy *ReinvocationPolicyType
  matchConditions []any @name
WebhookClientConfig
  url *string Go=URL
  service *ServiceReference
  caBundle bytes Go=CABundle
ServiceReference
  namespace string !
  name string !
  path *string
  port *int32
RuleWithOperations
  operations []OperationType
  apiGroups []string Go=APIGroups
  apiVersions []string Go=APIVersions
  resources []string
  scope *ScopeType
ValidatingWebhookConfiguration
  metadata ObjectMeta Go=ObjectMeta
  webhooks []ValidatingWebhook @name
ValidatingWebhook
  name string !
  clientConfig WebhookClientConfig !
  rules []RuleWithOperations
  failurePolicy *FailurePolicyType
  matchPolicy *MatchPolicyType
  namespaceSelector *LabelSelector
  objectSelector *LabelSelector
  sideEffects *SideEffectClass !
  timeoutSeconds *int32
  admissionReviewVersions []string !
  matchConditions []any @name
`;
