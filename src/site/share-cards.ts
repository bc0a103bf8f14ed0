import {
  allConcepts,
  allGuidePages,
  allPartnerPages,
  allPartners,
} from '../content/site-content.ts';
import type { Dictionary } from '../i18n/index.ts';
import { paths } from './urls.ts';
import { conceptCard, guideCard, partnerCard, type ShareCard, siteCard } from '../share/card.ts';

/** Every page that has a share picture of its own, with what the picture says in a language. */
export async function allShareCards(t: Dictionary): Promise<{ page: string; card: ShareCard }[]> {
  const [guides, concepts, partners, partnerGuides] = await Promise.all([
    allGuidePages(),
    allConcepts(),
    allPartners(),
    allPartnerPages(),
  ]);
  return [
    { page: paths.home, card: siteCard(t) },
    ...guides.map(({ page }) => ({
      page: paths.guide(page.exchange.slug, page.useCase.id),
      card: guideCard(page, t),
    })),
    ...concepts.map(({ id, data }) => ({ page: paths.concept(id), card: conceptCard(data, t) })),
    ...partners.map((partner) => ({
      page: paths.partner(partner.slug),
      card: partnerCard(partner, t),
    })),
    ...partnerGuides.map(({ page }) => ({
      page: paths.partnerGuide(page.partner.partner.slug, page.exchange.slug),
      card: guideCard(page, t),
    })),
  ];
}
