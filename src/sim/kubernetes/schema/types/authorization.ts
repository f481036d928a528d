/** Field lists of `authorization.k8s.io/v1`: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
SubjectAccessReview
  metadata ObjectMeta Go=ObjectMeta
  spec SubjectAccessReviewSpec !
  status SubjectAccessReviewStatus
SubjectAccessReviewSpec
  resourceAttributes *ResourceAttributes
  nonResourceAttributes *NonResourceAttributes
  user string
  groups []string
  extra map:[]string
  uid string Go=UID
ResourceAttributes
  namespace string
  verb string
  group string
  version string
  resource string
  subresource string
  name string
  fieldSelector *FieldSelectorAttributes
  labelSelector *LabelSelectorAttributes
FieldSelectorAttributes
  rawSelector string
  requirements []FieldSelectorRequirement
LabelSelectorAttributes
  rawSelector string
  requirements []LabelSelectorRequirement
NonResourceAttributes
  path string
  verb string
SubjectAccessReviewStatus
  allowed bool !
  denied bool
  reason string
  evaluationError string
SelfSubjectAccessReview
  metadata ObjectMeta Go=ObjectMeta
  spec SelfSubjectAccessReviewSpec !
  status SubjectAccessReviewStatus
SelfSubjectAccessReviewSpec
  resourceAttributes *ResourceAttributes
  nonResourceAttributes *NonResourceAttributes
LocalSubjectAccessReview
  metadata ObjectMeta Go=ObjectMeta
  spec SubjectAccessReviewSpec !
  status SubjectAccessReviewStatus
SelfSubjectRulesReview
  metadata ObjectMeta Go=ObjectMeta
  spec SelfSubjectRulesReviewSpec !
  status SubjectRulesReviewStatus
SelfSubjectRulesReviewSpec
  namespace string
SubjectRulesReviewStatus
  resourceRules []ResourceRule !
  nonResourceRules []NonResourceRule !
  incomplete bool !
  evaluationError string
ResourceRule
  verbs []string !
  apiGroups []string Go=APIGroups
  resources []string
  resourceNames []string
NonResourceRule
  verbs []string !
  nonResourceURLs []string
`;
