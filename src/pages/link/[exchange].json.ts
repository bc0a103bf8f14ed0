import type { APIRoute, GetStaticPaths } from 'astro';
import { found, routesOfKind, siteContent } from '../../content/site-content.ts';
import { linkTargets } from '../../site/link-targets.ts';
import { withBase } from '../../site/urls.ts';

/** Where links to one exchange can lead: what the link maker loads when it is chosen. */
export const getStaticPaths = (async () =>
  (await routesOfKind('link-targets')).map(({ exchange }) => ({
    params: { exchange },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, locals }) => {
  const { exchanges } = await siteContent();
  const { everyDay, guide } = found(
    exchanges.find(({ exchange }) => exchange.slug === params['exchange']),
    `exchange "${params['exchange']}"`,
  );
  const targets = linkTargets(everyDay, guide, locals.t.record.groups, (path) =>
    withBase(path, import.meta.env.BASE_URL),
  );
  return new Response(JSON.stringify(targets), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
