/** Field lists of `coordination.k8s.io/v1`: name, type, flags; the notation is explained in `../types.ts`. Source: k8s.io/api v0.34. */
export default `
Lease
  metadata ObjectMeta Go=ObjectMeta
  spec LeaseSpec
LeaseSpec
  holderIdentity *string
  leaseDurationSeconds *int32
  acquireTime *microTime
  renewTime *microTime
  leaseTransitions *int32
  strategy *CoordinatedLeaseStrategy
  preferredHolder *string
`;
