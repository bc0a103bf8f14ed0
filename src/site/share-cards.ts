import { found, guidePageAt, partnerPageAt, type SiteContent } from '../content/site-content.ts';
import { conceptCard, guideCard, partnerCard, type ShareCard, siteCard } from '../share/card.ts';
import type { Route } from './routes.ts';

/** What the picture of a page says; undefined where the page has no picture of its own. */
export function shareCardOf(site: SiteContent, route: Route): ShareCard | undefined {
  if (!route.hasPicture) return undefined;
  switch (route.kind) {
    case 'single':
      return siteCard;
    case 'guide':
      return guideCard(guidePageAt(site, route));
    case 'partner-guide':
      return guideCard(partnerPageAt(site, route));
    case 'concept':
      return conceptCard(
        found(
          site.concepts.find(({ slug }) => slug === route.concept),
          `concept "${route.concept}"`,
        ),
      );
    case 'partner':
      return partnerCard(
        found(
          site.partners.find(({ slug }) => slug === route.partner),
          `partner "${route.partner}"`,
        ),
      );
    default:
      return undefined;
  }
}
