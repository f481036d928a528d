/** The request half of an AdmissionReview. k8s.io/api v0.36.3 admission/v1/types.go. Notation: notation.ts. */
export const text = `
unversionedAdmissionReview = AdmissionReview>request?:*AdmissionRequest
AdmissionRequest = uid:~types.UID kind:GroupVersionKind resource:GroupVersionResource subResource?
  requestKind?:*GroupVersionKind requestResource?:*GroupVersionResource requestSubResource? name? namespace?
  operation:~Operation userInfo:UserInfo object?:Raw oldObject?:Raw dryRun?:*bool options?:Raw
GroupVersionKind = group version kind
GroupVersionResource = group version resource
UserInfo = username? uid? groups?:[]string extra?:map:[]string
`;
