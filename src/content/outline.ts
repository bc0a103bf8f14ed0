import { sitesLike } from '../schema/exchange.ts';
import { useCasesAt } from '../schema/partner.ts';
import type { Outline } from '../site/outline.ts';
import type { Content } from './content.ts';
import { isPublished } from './layout.ts';

/** The outline of content, without the template. */
export function outlineOf({
  exchanges,
  useCases,
  concepts,
  redirects,
  partners,
}: Content): Outline {
  return {
    exchanges: exchanges
      .filter(({ slug }) => isPublished(slug))
      .map(({ slug, facts, guide }) => ({
        slug,
        isRead:
          facts?.value !== undefined &&
          // Of a step that is listed and has no file, a rule of its own tells.
          guide?.value?.order.length === guide?.value?.steps.length &&
          guide?.value !== undefined,
        isActive: (facts?.value?.status.state ?? 'active') === 'active',
        defaultUseCase: guide?.value?.defaultUseCase ?? '',
        otherSites:
          facts?.value === undefined || guide?.value === undefined
            ? []
            : sitesLike(facts.value, guide.value.verification.site).map(({ id }) => id),
        formerNames: facts?.value?.names.former.map(({ name }) => name) ?? [],
        steps: guide?.value?.steps.map(({ id, useCases: only }) => ({ id, useCases: only })) ?? [],
        questionIds: facts?.value?.questions.map(({ id }) => id) ?? [],
        sourceIds: facts?.value?.sources.map(({ id }) => id) ?? [],
      })),
    partners: partners.map(({ slug, value }) => ({
      slug,
      isRead: value !== undefined,
      example: value?.example ?? false,
      served: (value?.exchanges ?? []).map((served) => ({
        exchange: served.exchange,
        useCases: value === undefined ? [] : useCasesAt(value, served),
        keys: served.keys ?? 1,
      })),
    })),
    useCaseIds: useCases?.value?.map(({ id }) => id) ?? [],
    conceptSlugs: concepts.map(({ slug }) => slug),
    redirects: redirects?.value ?? [],
    unread: {
      useCases: useCases?.value === undefined,
      redirects: redirects !== undefined && redirects.value === undefined,
    },
  };
}
