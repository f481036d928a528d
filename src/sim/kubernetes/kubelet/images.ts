/** What the registries of the model hold. */

const SEMVER = /^v?\d+(\.\d+){0,2}([-.].+)?$/;
const ANY = /^[\w][\w.-]*$/;

/** Repositories of Docker Hub's library and of HashiCorp, with the tags they have. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  'hashicorp/vault': SEMVER,
  'hashicorp/vault-k8s': SEMVER,
  'hashicorp/vault-csi-provider': SEMVER,
  'hashicorp/vault-secrets-operator': SEMVER,
  'hashicorp/consul-template': SEMVER,
  vault: SEMVER,
  nginx: /^(\d+(\.\d+)*|stable|mainline|alpine)(-.+)?$/,
  busybox: /^(\d+(\.\d+)*|stable|musl|glibc)(-.+)?$/,
  alpine: /^(\d+(\.\d+)*|edge)$/,
  debian: ANY,
  ubuntu: ANY,
  node: ANY,
  python: ANY,
  golang: ANY,
  redis: ANY,
  postgres: ANY,
  mysql: ANY,
  httpd: ANY,
  curlimages: ANY,
  app: ANY,
  web: ANY,
  api: ANY,
  worker: ANY,
  job: ANY,
};

/** An image's name in full, as kubelet and registries print it. */
export const fullName = (image: string): string => {
  const [name = '', digest] = image.split('@');
  const last = name.slice(name.lastIndexOf('/') + 1);
  const tagged = digest !== undefined || last.includes(':') ? name : `${name}:latest`;
  const [first = ''] = tagged.split('/');
  const withHost = tagged.includes('/') && (first.includes('.') || first.includes(':') || first === 'localhost');
  const path = withHost ? tagged : `docker.io/${tagged.includes('/') ? tagged : `library/${tagged}`}`;
  return digest === undefined ? path : `${path}@${digest}`;
};

/** Why an image cannot be pulled, in containerd's words; `null` when it can. */
export const pullError = (image: string): string | null => {
  const full = fullName(image);
  const hub = /^docker\.io\/(?:library\/)?([^:@]+)(?::([^@]+))?/.exec(full);
  const failed = (why: string): string => `failed to pull and unpack image ${JSON.stringify(full)}: ${why}`;
  if (!hub) {
    const host = full.split('/')[0] ?? '';
    if (/\.(invalid|example|test|localhost)(:|$)/.test(host) || host === 'registry.invalid')
      return failed(
        `failed to resolve reference ${JSON.stringify(full)}: failed to do request: Head "https://${host}/v2/": dial tcp: lookup ${host}: no such host`,
      );
    return null;
  }
  const [, repository = '', tag = 'latest'] = hub;
  const [organisation = ''] = repository.split('/');
  const tags = KNOWN[repository];
  const strict = !repository.includes('/') || organisation === 'hashicorp';
  if (!tags && strict)
    return failed(
      `failed to resolve reference ${JSON.stringify(full)}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
    );
  if (tags && tag !== 'latest' && !tags.test(tag))
    return failed(`failed to resolve reference ${JSON.stringify(full)}: ${full}: not found`);
  return null;
};

/** Bytes of an image, made up from its name, for the event that tells of a pull. */
export const imageSize = (image: string): number => {
  let h = 5;
  for (const c of fullName(image)) h = (Math.imul(h, 33) + c.charCodeAt(0)) >>> 0;
  return 2_000_000 + (h % 180_000_000);
};
