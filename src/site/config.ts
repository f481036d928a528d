/** The one place for what names and places the site. `SITE` and `BASE_PATH` override address and base for a build. */

const environment: Readonly<Record<string, string | undefined>> = typeof process === 'undefined' ? {} : process.env;

const withSlashes = (path: string): string => `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

export const site = {
  title: 'Sidecar Lab',
  sentence: 'Learn how Kubernetes workloads log in to HashiCorp Vault: run it, break it, and be examined on it.',
  /** Origin under which the site is served. */
  address: environment.SITE ?? 'https://example.github.io',
  /** Path under which the site is served, with a slash at both ends. */
  base: withSlashes(environment.BASE_PATH ?? '/sidecar-lab/'),
  exam: { id: 'vault-associate-003', title: 'HashiCorp Certified: Vault Associate (003)', vault: '1.19' },
  model: 'Vault 1.19.5, Kubernetes 1.34, Agent Injector 1.7.6',
  /** The article whose topics the course covers and corrects. */
  article: {
    title: 'Kubernetes Auth: ServiceAccount integration and sidecar patterns',
    publisher: 'NicheeLab',
    author: 'NicheeLab Editorial Team',
    date: '2026-04-19',
  },
  licenses: {
    code: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    content: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  notAffiliated:
    'Independent study material. Not affiliated with or endorsed by HashiCorp, IBM or the Cloud Native Computing Foundation. Vault, HashiCorp and Kubernetes are trademarks of their owners.',
} as const;
