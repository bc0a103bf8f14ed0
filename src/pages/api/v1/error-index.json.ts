import type { APIRoute } from 'astro';
import { siteContent } from '../../../content/site-content.ts';
import { errorIndexOf } from '../../../derive/errors/index-of.ts';

/** By what errors are recognised: what the page /errors/ loads first. */
export const GET: APIRoute = async () => {
  const { exchanges, known, ccxtErrors } = await siteContent();
  const index = errorIndexOf(
    exchanges.map(({ exchange }) => exchange),
    known,
    ccxtErrors,
  );
  return new Response(JSON.stringify(index), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
