import {
  found,
  guidePageAt,
  partnerPageAt,
  recordAt,
  type SiteContent,
} from '../content/site-content.ts';
import type { Dictionary } from '../i18n/index.ts';
import {
  conceptCard,
  guideCard,
  partnerCard,
  recordCard,
  type ShareCard,
  siteCard,
} from '../share/card.ts';
import type { Route } from './routes.ts';

/** What the picture of a page says in a language; undefined where the page has no picture of its own. */
export function shareCardOf(site: SiteContent, route: Route, t: Dictionary): ShareCard | undefined {
  if (!route.hasPicture) return undefined;
  switch (route.kind) {
    case 'single':
      return siteCard(t);
    case 'guide':
      return guideCard(guidePageAt(site, route.path), t);
    case 'facts':
      return recordCard(recordAt(site, route), t);
    case 'partner-guide':
      return guideCard(partnerPageAt(site, route.path), t);
    case 'concept':
      return conceptCard(
        found(
          site.concepts.find(({ slug }) => slug === route.concept),
          `concept "${route.concept}"`,
        ),
        t,
      );
    case 'partner':
      return partnerCard(
        found(
          site.partners.find(({ slug }) => slug === route.partner),
          `partner "${route.partner}"`,
        ),
        t,
      );
    default:
      return undefined;
  }
}
