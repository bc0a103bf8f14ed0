import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../../../content/site-content.ts';
import { partnerFeedItems } from '../../../derive/partner-feed.ts';
import { paths, withBase } from '../../../site/urls.ts';

export const getStaticPaths = (async () => {
  const { partners, exchanges } = await siteContent();
  const names = new Map(exchanges.map(({ exchange }) => [exchange.slug, exchange.names.name]));
  return partners.map((partner) => ({
    params: { partner: partner.slug },
    props: { partner, items: partnerFeedItems(partner, names) },
  }));
}) satisfies GetStaticPaths;

/** The feed that announces each change of a partner's addresses. */
export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({
  props: { partner, items },
  locals: { t },
  site,
}) => {
  const page = new URL(withBase(paths.partner(partner.slug), import.meta.env.BASE_URL), site);
  return rss({
    title: t.partner.feedTitle(partner.name),
    description: t.partner.feedDescription(partner.name),
    site: page,
    customData: `<language>${t.language}</language>`,
    items: items.map(({ anchor, announced, change, exchanges }) => ({
      title: t.partner.change(change),
      link: new URL(`#${anchor}`, page).href,
      pubDate: new Date(`${announced}T00:00:00Z`),
      description: `${t.partner.changeMend(change, false)} ${t.partner.feedWhere(exchanges)}`,
    })),
  });
};
