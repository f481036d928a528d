/**
 * The text of the policy `default` that every token carries unless told otherwise. Its rules are Vault's own (the same in
 * 1.19 and 1.21); the comments are this project's. It begins with a line break, as the real one does.
 */
export const DEFAULT_POLICY = `
# What a token may do with itself: look itself up, renew itself, end itself.
path "auth/token/lookup-self" {
    capabilities = ["read"]
}
path "auth/token/renew-self" {
    capabilities = ["update"]
}
path "auth/token/revoke-self" {
    capabilities = ["update"]
}

# Ask which capabilities it has on given paths, and see all its rules at once (for the UI).
path "sys/capabilities-self" {
    capabilities = ["update"]
}
path "sys/internal/ui/resultant-acl" {
    capabilities = ["read"]
}

# Read the entity behind it. Without an entity the templates have no value and these two rules fall away.
path "identity/entity/id/{{identity.entity.id}}" {
    capabilities = ["read"]
}
path "identity/entity/name/{{identity.entity.name}}" {
    capabilities = ["read"]
}

# Look up and renew a lease whose ID it knows; sys/renew is the older path.
path "sys/renew" {
    capabilities = ["update"]
}
path "sys/leases/renew" {
    capabilities = ["update"]
}
path "sys/leases/lookup" {
    capabilities = ["update"]
}

# Its own cubbyhole: no other token sees it.
path "cubbyhole/*" {
    capabilities = ["create", "read", "update", "delete", "list"]
}

# Response wrapping: wrap a value, look at a wrapping token, unwrap it.
path "sys/wrapping/wrap" {
    capabilities = ["update"]
}
path "sys/wrapping/lookup" {
    capabilities = ["update"]
}
path "sys/wrapping/unwrap" {
    capabilities = ["update"]
}

# Hash data with Vault's help.
path "sys/tools/hash" {
    capabilities = ["update"]
}
path "sys/tools/hash/*" {
    capabilities = ["update"]
}

# Follow a control group request (Enterprise) and use OIDC providers.
path "sys/control-group/request" {
    capabilities = ["update"]
}
path "identity/oidc/provider/+/authorize" {
    capabilities = ["read", "update"]
}
`;

/** The policy of wrapping tokens (vault: policy_store.go, responseWrappingPolicy). */
export const RESPONSE_WRAPPING_POLICY = `
path "cubbyhole/response" {
    capabilities = ["create", "read"]
}

path "sys/wrapping/unwrap" {
    capabilities = ["update"]
}
`;

/** The policy of control group tokens, an Enterprise feature (vault: policy_store.go, controlGroupPolicy). */
export const CONTROL_GROUP_POLICY = `
path "cubbyhole/control-group" {
    capabilities = ["update", "create", "read"]
}

path "sys/wrapping/unwrap" {
    capabilities = ["update"]
}
`;
