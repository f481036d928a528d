/** Names and paths that the injector uses. vault-k8s: agent-inject/agent/container_volume.go */
export const HOME_INIT = 'home-init';
export const HOME_SIDECAR = 'home-sidecar';
export const HOME_PATH = '/home/vault';
export const CONFIG_VOLUME = 'vault-config';
export const CONFIG_PATH = '/vault/configs';
export const SECRETS_VOLUME = 'vault-secrets';
export const TLS_VOLUME = 'vault-tls-secrets';
export const TLS_PATH = '/vault/tls';
export const EXTRA_VOLUME = 'extra-secrets';
export const EXTRA_PATH = '/vault/custom';
export const CACHE_VOLUME = 'vault-agent-cache';
export const CACHE_PATH = '/vault/agent-cache';

/** vault-k8s: agent-inject/agent/container_{init_sidecar,sidecar}.go */
export const INIT_CONTAINER = 'vault-agent-init';
export const SIDECAR = 'vault-agent';
