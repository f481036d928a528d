/** Words of a refused or failed request. Source: vault: api/response.go; Go: net/http. */
import type { FailureReason } from '../../kernel/index.ts';

interface Refused {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly namespace: string;
  readonly body: unknown;
}

const errorsOf = (body: unknown): { raw: boolean; errors: readonly string[] } => {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    const { errors } = body as { errors?: unknown };
    return { raw: false, errors: Array.isArray(errors) ? errors.map(String) : [] };
  }
  return { raw: true, errors: [typeof body === 'string' ? body : ''] };
};

/** The block that begins `Error making API request.` */
export const refusal = ({ method, url, status, namespace, body }: Refused): string => {
  const { raw, errors } = errorsOf(body);
  const place = namespace === '' ? '' : `Namespace: ${namespace}\n`;
  const said = raw ? errors.join('') : errors.map((e) => `* ${e}`).join('');
  return `Error making API request.\n\n${place}URL: ${method} ${url}\nCode: ${status}. ${raw ? 'Raw Message' : 'Errors'}:\n\n${said}`;
};

/** What Go's HTTP client says of a connection that did not come about. */
export const connectionError = (method: string, url: string, host: string, reason: FailureReason): string => {
  const verb = method.charAt(0) + method.slice(1).toLowerCase();
  const name = host.replace(/:\d+$/, '');
  const words: Readonly<Record<FailureReason, string>> = {
    refused: `dial tcp ${host}: connect: connection refused`,
    'no such host': `dial tcp: lookup ${name}: no such host`,
    unreachable: `dial tcp ${host}: connect: no route to host`,
    timeout: `dial tcp ${host}: i/o timeout`,
    reset: url.startsWith('https:')
      ? 'http: server gave HTTP response to HTTPS client'
      : 'net/http: HTTP/1.x transport connection broken: malformed HTTP response "\\x15\\x03\\x01\\x00\\x02\\x02"',
    closed: 'EOF',
    'unknown authority': 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'certificate expired': 'tls: failed to verify certificate: x509: certificate has expired or is not yet valid',
    aborted: 'context canceled',
  };
  return `${verb} ${JSON.stringify(url)}: ${words[reason]}`;
};
