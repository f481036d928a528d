import { site } from './config.ts';

/**
 * A link below the base path.
 * @param path from the root of the site, `/lessons/` or `/lessons/#x`; other addresses and `#fragments` pass unchanged
 * @param base where the site is served; the build's own unless a test says otherwise
 */
export const href = (path: string, base: string = import.meta.env?.BASE_URL ?? site.base): string =>
  /^\/(?!\/)/.test(path) ? `${base.replace(/\/$/, '')}${path}` : path;
