/** Field lists of `authentication.k8s.io/v1`: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
TokenRequest
  metadata ObjectMeta Go=ObjectMeta
  spec TokenRequestSpec !
  status TokenRequestStatus
TokenRequestSpec
  audiences []string !
  expirationSeconds *int64 !
  boundObjectRef *BoundObjectReference !
BoundObjectReference
  kind string
  apiVersion string Go=APIVersion
  name string
  uid types.UID Go=UID
TokenRequestStatus
  token string !
  expirationTimestamp time !
TokenReview
  metadata ObjectMeta Go=ObjectMeta
  spec TokenReviewSpec !
  status TokenReviewStatus
TokenReviewSpec
  token string
  audiences []string
TokenReviewStatus
  authenticated bool
  user UserInfo
  audiences []string
  error string
UserInfo
  username string
  uid string Go=UID
  groups []string
  extra map:[]string
`;
