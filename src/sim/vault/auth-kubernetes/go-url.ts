/** Addresses as Go's net/url and net/http take them. Source: net/url/url.go (getScheme, parse), net/http/transport.go. */

export interface Target {
  /** `https://kubernetes.default.svc:443` */
  readonly origin: string;
  readonly scheme: 'http' | 'https';
  /** Host with port. */
  readonly host: string;
  /** From the first `/`. */
  readonly path: string;
}

/** An error of Go's HTTP client: `Post "https://…": EOF`. */
export const goClientError = (method: string, url: string, error: string): string =>
  `${method.charAt(0)}${method.slice(1).toLowerCase()} "${url}": ${error}`;

/** Where a request to a URL goes, or the error with which Go never sends it. */
export const parseTarget = (method: string, url: string): Target | { readonly error: string } => {
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase() ?? '';
  const segment = url.split('/', 1)[0] ?? '';
  if (url.startsWith(':')) return { error: `parse "${url}": missing protocol scheme` };
  if (scheme === '' && segment.includes(':'))
    return { error: `parse "${url}": first path segment in URL cannot contain colon` };
  if (scheme !== 'http' && scheme !== 'https')
    return { error: goClientError(method, url, `unsupported protocol scheme "${scheme}"`) };
  const [, authority = '', path = ''] = /^[^:]+:(?:\/\/([^/?#]*))?(.*)$/.exec(url) ?? [];
  if (authority === '') return { error: goClientError(method, url, 'http: no Host in request URL') };
  const port = /:(\d+)$/.exec(authority)?.[1] ?? (scheme === 'https' ? '443' : '80');
  const host = `${authority.replace(/:\d*$/, '')}:${port}`;
  return { origin: `${scheme}://${host}`, scheme, host, path: path === '' ? '/' : path };
};
