/** All questions as cards, fetched when someone exports them. */
import type { APIRoute } from 'astro';
import { notes } from '../../site/notes.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(notes()), { headers: { 'content-type': 'application/json' } });
