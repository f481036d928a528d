/** Object metadata. Field names, order and types: k8s.io/apimachinery v0.36.3 pkg/apis/meta/v1/types.go. Notation: struct.ts. */
export const text = `
ObjectMeta = name? generateName? namespace? selfLink? uid?:~types.UID resourceVersion? generation?:int64
  creationTimestamp?:Time deletionTimestamp?:*Time deletionGracePeriodSeconds?:*int64 labels?:map:string
  annotations?:map:string ownerReferences?:[]OwnerReference finalizers?:[]string
  managedFields?:[]ManagedFieldsEntry
OwnerReference = apiVersion kind name uid:~types.UID controller?:*bool blockOwnerDeletion?:*bool
ManagedFieldsEntry = manager? operation?:~ManagedFieldsOperationType apiVersion? time?:*Time fieldsType?
  fieldsV1?:*Raw subresource?
LabelSelector = matchLabels?:map:string matchExpressions?:[]LabelSelectorRequirement
LabelSelectorRequirement = key operator:~LabelSelectorOperator values?:[]string
`;
