import type { APIRoute, GetStaticPaths } from 'astro';
import { dictionaryOf, mainLanguage } from '../../i18n/index.ts';
import { shareImageOf, type ShareCard } from '../../share/card.ts';
import { shareDrawer } from '../../share/draw.ts';
import { siteContent } from '../../content/site-content.ts';
import { shareCardOf } from '../../site/share-cards.ts';

const t = dictionaryOf(mainLanguage);

/** The share pictures, drawn when the site is built. */
export const getStaticPaths = (async () => {
  const site = await siteContent();
  return site.routes.flatMap((route) => {
    const card = shareCardOf(site, route, t);
    if (card === undefined) return [];
    const { path } = shareImageOf(route.path, card, t);
    return { params: { page: /^\/og\/(.+)\.png$/.exec(path)?.[1] }, props: { card } };
  });
}) satisfies GetStaticPaths;

const drawer = shareDrawer(t);

export const GET: APIRoute<{ card: ShareCard }> = async ({ props }) => {
  const draw = await drawer;
  const png = await draw(props.card);
  return new Response(Uint8Array.from(png), { headers: { 'content-type': 'image/png' } });
};
