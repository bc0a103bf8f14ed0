import type { APIRoute } from 'astro';
import { siteContent } from '../../../content/site-content.ts';

/** Codes and texts by kind, after CCXT, for texts that name an exchange. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify((await siteContent()).ccxtErrors), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
