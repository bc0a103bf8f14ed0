import {
  allConcepts,
  allGuidePages,
  allPartnerPages,
  allPartners,
} from '../content/site-content.ts';
import { paths } from './urls.ts';
import { conceptCard, guideCard, partnerCard, type ShareCard, siteCard } from '../share/card.ts';

/** Every page that has a share picture of its own, with what the picture says. */
export async function allShareCards(): Promise<{ page: string; card: ShareCard }[]> {
  const [guides, concepts, partners, partnerGuides] = await Promise.all([
    allGuidePages(),
    allConcepts(),
    allPartners(),
    allPartnerPages(),
  ]);
  return [
    { page: paths.home, card: siteCard },
    ...guides.map(({ page }) => ({
      page: paths.guide(page.exchange.slug, page.useCase.id),
      card: guideCard(page),
    })),
    ...concepts.map(({ id, data }) => ({ page: paths.concept(id), card: conceptCard(data) })),
    ...partners.map((partner) => ({
      page: paths.partner(partner.slug),
      card: partnerCard(partner),
    })),
    ...partnerGuides.map(({ page }) => ({
      page: paths.partnerGuide(page.partner.partner.slug, page.exchange.slug),
      card: guideCard(page),
    })),
  ];
}
