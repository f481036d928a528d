/** `sys/config/cors`: which pages of other sites may ask. Source: vault: vault/cors.go, logical_system.go. */
import { goError } from '../framework/index.ts';
import { sysPath } from './path.ts';

/** Headers that are always allowed. (vault: vault/cors.go, StdAllowedHeaders) */
const STANDARD: readonly string[] = [
  'Content-Type',
  'X-Requested-With',
  'X-Vault-AWS-IAM-Server-ID',
  'X-Vault-MFA',
  'X-Vault-No-Request-Forwarding',
  'X-Vault-Wrap-Format',
  'X-Vault-Wrap-TTL',
  'X-Vault-Policy-Override',
  'Authorization',
  'X-Vault-Token',
];

export const cors = sysPath({
  pattern: 'config/cors',
  fields: {
    enable: { type: 'bool' },
    allowed_origins: { type: 'comma slice' },
    allowed_headers: { type: 'comma slice' },
  },
  operations: {
    read: ({ tx }) => {
      const { cors: config } = tx.state.settings;
      const data = config
        ? { allowed_headers: config.headers, allowed_origins: config.origins, enabled: true }
        : { enabled: false };
      return { flat: true, data };
    },
    update: ({ tx }, _, fields) => {
      const origins = fields.get('allowed_origins');
      if (origins.length === 0) throw goError('at least one origin or the wildcard must be provided');
      if (origins.includes('*') && origins.length > 1)
        throw goError("to allow all origins the '*' must be the only value for allowed_origins");
      const headers = [...STANDARD, ...fields.get('allowed_headers')];
      tx.set({ settings: { ...tx.state.settings, cors: { origins, headers } } });
      return undefined;
    },
    delete: ({ tx }) => {
      const { cors: _, ...settings } = tx.state.settings;
      tx.set({ settings });
      return undefined;
    },
  },
});
