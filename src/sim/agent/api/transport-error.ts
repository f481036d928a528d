import type { FailureReason } from '../../kernel/http.ts';
import type { Call } from './outcome.ts';

const hostOf = (url: string): string => /^[a-z+]+:\/\/([^/]*)/i.exec(url)?.[1] ?? url;

const cause = (host: string, reason: FailureReason, dialing: boolean): string => {
  const name = host.replace(/:\d+$/, '');
  switch (reason) {
    case 'refused':
      return `dial tcp ${host}: connect: connection refused`;
    case 'no such host':
      return `dial tcp: lookup ${name}: no such host`;
    case 'unreachable':
      return `dial tcp ${host}: connect: no route to host`;
    case 'timeout':
      return dialing ? `dial tcp ${host}: i/o timeout` : 'context deadline exceeded';
    case 'reset':
      return `read tcp ${host}: read: connection reset by peer`;
    case 'closed':
      return 'EOF';
    case 'unknown authority':
      return 'tls: failed to verify certificate: x509: certificate signed by unknown authority';
    case 'certificate expired':
      return 'tls: failed to verify certificate: x509: certificate has expired or is not yet valid';
    case 'aborted':
      return 'context canceled';
  }
};

/** `Put "http://vault:8200/v1/…": dial tcp vault:8200: connect: connection refused`. Source: Go: net/url.Error. */
export const transportError = (call: Call, reason: FailureReason): string => {
  const verb = call.method.slice(0, 1).toUpperCase() + call.method.slice(1).toLowerCase();
  return `${verb} "${call.url}": ${cause(hostOf(call.url), reason, call.dialing ?? false)}`;
};
