import type { APIRoute } from 'astro';
import { site } from '../site/config.ts';

/** The web app manifest; addresses in it are relative to itself, so it works under any base. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: site.title,
      short_name: site.title,
      description: site.sentence,
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#fbfaf7',
      theme_color: '#fbfaf7',
      icons: [{ src: './favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
