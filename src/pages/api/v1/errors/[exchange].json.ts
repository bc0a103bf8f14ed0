import type { APIRoute, GetStaticPaths } from 'astro';
import { found, routesOfKind, siteContent } from '../../../../content/site-content.ts';
import { type ErrorList, errorListVersion } from '../../../../derive/error-catalog-shape.ts';
import { listedExchange } from '../../../../derive/error-catalog.ts';
import { plainProse } from '../../../../markdown/prose.ts';
import { withBase } from '../../../../site/urls.ts';

/** The documented errors of one exchange, in the form of the list of all. */
export const getStaticPaths = (async () =>
  (await routesOfKind('error-list-of')).map(({ exchange }) => ({
    params: { exchange },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { exchanges, guidePages } = await siteContent();
  const slug = params['exchange'];
  const { exchange } = found(
    exchanges.find((one) => one.exchange.slug === slug),
    `exchange "${slug}"`,
  );
  const list: ErrorList = {
    version: errorListVersion,
    exchanges: [
      listedExchange(
        exchange,
        guidePages.filter((page) => page.exchange.slug === slug),
        { path: (path) => withBase(path, import.meta.env.BASE_URL), plain: plainProse },
      ),
    ],
  };
  return new Response(JSON.stringify(list), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
