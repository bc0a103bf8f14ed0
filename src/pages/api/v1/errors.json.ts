import type { APIRoute } from 'astro';
import { siteContent } from '../../../content/site-content.ts';
import { plainProse } from '../../../markdown/prose.ts';
import { type ErrorList, errorListVersion } from '../../../derive/error-catalog-shape.ts';
import { listedExchange } from '../../../derive/error-catalog.ts';
import { withBase } from '../../../site/urls.ts';

/** Every documented error of every exchange, for programs and for the page /errors/. */
export const GET: APIRoute = async () => {
  const { exchanges, guidePages } = await siteContent();
  const list: ErrorList = {
    version: errorListVersion,
    exchanges: exchanges.map(({ exchange }) =>
      listedExchange(
        exchange,
        guidePages.filter((page) => page.exchange.slug === exchange.slug),
        { path: (path) => withBase(path, import.meta.env.BASE_URL), plain: plainProse },
      ),
    ),
  };
  return new Response(JSON.stringify(list), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
