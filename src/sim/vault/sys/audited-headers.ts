/** `sys/config/auditing/request-headers`: which headers the audit log shows. Source: vault: audit/headers.go, logical_system.go. */
import { errorResponse } from '../framework/index.ts';
import { sysPath } from './path.ts';

export const auditedHeaders = sysPath({
  pattern: 'config/auditing/request-headers',
  fields: {},
  operations: { read: ({ tx }) => ({ flat: true, data: { headers: tx.state.settings.auditedHeaders } }) },
});

export const auditedHeader = sysPath({
  pattern: 'config/auditing/request-headers/(?<header>.+)',
  fields: { header: { type: 'string' }, hmac: { type: 'bool' } },
  operations: {
    read: ({ tx }, _, fields) => {
      const name = fields.get('header');
      const { auditedHeaders: headers } = tx.state.settings;
      const setting = Object.hasOwn(headers, name.toLowerCase()) ? headers[name.toLowerCase()] : undefined;
      if (!setting) throw errorResponse('Could not find header in config');
      return { flat: true, data: { [name]: setting } };
    },
    update: ({ tx }, _, fields) => {
      const headers = {
        ...tx.state.settings.auditedHeaders,
        [fields.get('header').toLowerCase()]: { hmac: fields.get('hmac') },
      };
      tx.set({ settings: { ...tx.state.settings, auditedHeaders: headers } });
      return undefined;
    },
    delete: ({ tx }, _, fields) => {
      const { [fields.get('header').toLowerCase()]: _gone, ...headers } = tx.state.settings.auditedHeaders;
      tx.set({ settings: { ...tx.state.settings, auditedHeaders: headers } });
      return undefined;
    },
  },
});
