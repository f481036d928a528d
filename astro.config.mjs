import { createHash } from 'node:crypto';
import { satteri } from '@astrojs/markdown-satteri';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { site } from './src/site/config.ts';
import { themeScript } from './src/site/theme.ts';

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Style sheets of chunks that are loaded on demand. Astro drops what no page links, unless a chunk counts it as its own. */
const stylesOnDemand = {
  name: 'styles-on-demand',
  enforce: 'pre',
  generateBundle(_, bundle) {
    for (const { isDynamicEntry, viteMetadata } of Object.values(bundle)) {
      if (isDynamicEntry) for (const sheet of viteMetadata?.importedCss ?? []) viteMetadata.importedAssets.add(sheet);
    }
  },
};

/** Monaco is for browsers alone: the server's build leaves it out. */
const monacoInBrowsersOnly = {
  name: 'monaco-in-browsers-only',
  enforce: 'pre',
  resolveId(id) {
    return this.environment.name !== 'client' && id.endsWith('/monaco.ts') ? '\0no-monaco' : null;
  },
  load: (id) => (id === '\0no-monaco' ? 'export {}' : null),
};

export default defineConfig({
  site: site.address,
  base: site.base,
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [react()],
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: {
    // Quotation marks matter in lessons about quoting, so none are curled. Code gets its classes in src/site/highlight.ts.
    processor: satteri({ features: { smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
      scriptDirective: { hashes: [hash(themeScript)] },
    },
  },
  vite: {
    plugins: [monacoInBrowsersOnly, stylesOnDemand],
    worker: { format: 'es' },
    build: { chunkSizeWarningLimit: 4000 },
  },
});
