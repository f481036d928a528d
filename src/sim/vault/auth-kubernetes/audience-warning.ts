/** What releases from 1.21 say when a role ends up without an audience (plugin ≥ 0.22.3: path_role.go). */
const ADVICE =
  'While audiences are not required, consider specifying one if your use case would benefit from additional JWT claim verification.';

/** The warning in the answer. @param name of the role, as typed */
export const audienceWarning = (name: string): string => `Role ${name} does not have an audience configured. ${ADVICE}`;

/**
 * The line in Vault's log. It is written when the role is *written*; the recordings show it with the next login because
 * the log was collected then (so in kubernetes-auth-login@1.21.1: also with a login that has no role at all).
 */
export const audienceLog = (name: string): string =>
  `This role does not have an audience configured. ${ADVICE}: role_name=${name}`;
