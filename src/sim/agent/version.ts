/** The Agent that the recordings show. */
export const AGENT_VERSION = '1.19.5';

/** vault: helper/useragent. */
export const AUTO_AUTH_USER_AGENT = `Vault Agent Auto-Auth/${AGENT_VERSION} (+https://www.vaultproject.io/; go1.26.8)`;
export const TEMPLATING_USER_AGENT = `Vault Agent Templating/${AGENT_VERSION} (+https://www.vaultproject.io/; go1.26.8)`;
