import type { GuidePage, PartnerGuidePage } from '../derive/guide-page.ts';
import type { Partner } from '../schema/partner.ts';
import type { StepId } from '../vocabulary/steps.ts';
import { paths } from './urls.ts';

/** A page that linkers send, as the list of all links shows it. */
export interface LinkEntry {
  /** Path without the base path. */
  readonly path: string;
  /** The page that it leads to; undefined for the page of a partner, which asks for the exchange. */
  readonly page: GuidePage | undefined;
  readonly steps: readonly StepId[];
}

/** Links for one purpose: a use case, a partner, or leaving an exchange that is closing. */
export interface LinkGroup {
  readonly id: string;
  readonly kind: 'use-case' | 'partner' | 'leave';
  /** Label of the use case, name of the partner; undefined for leaving. */
  readonly label: string | undefined;
  readonly entries: readonly LinkEntry[];
}

/**
 * Every page that is worth sending, by purpose: use cases in their order, then partners,
 * then exchanges to leave. Pages that refuse a use case are left out.
 *
 * Input: all guide pages, all pages of partners, all partners.
 */
export function linkGroups(
  pages: readonly GuidePage[],
  partnerPages: readonly PartnerGuidePage[],
  partners: readonly Partner[],
): LinkGroup[] {
  const byUseCase = Map.groupBy(
    pages.filter(({ mode }) => mode === 'create'),
    ({ useCase }) => useCase.id,
  );
  const leaving = pages.filter(
    ({ mode, useCase, guide }) => mode === 'look-after' && useCase.id === guide.defaultUseCase,
  );
  return [
    ...[...byUseCase].map(([id, group]) => ({
      id: `use-case-${id}`,
      kind: 'use-case' as const,
      label: group[0]?.useCase.label,
      entries: group.map((page) => entryOf(page.path, page)),
    })),
    ...partners.map(({ slug, name }) => ({
      id: `partner-${slug}`,
      kind: 'partner' as const,
      label: name,
      entries: [
        { path: paths.partner(slug), page: undefined, steps: [] },
        ...partnerPages
          .filter(({ partner }) => partner.partner.slug === slug)
          .toSorted((a, b) => a.exchange.names.name.localeCompare(b.exchange.names.name, 'en'))
          .map((page) => entryOf(page.path, page)),
      ],
    })),
    ...(leaving.length === 0
      ? []
      : [
          {
            id: 'leave',
            kind: 'leave' as const,
            label: undefined,
            entries: leaving.map((page) => entryOf(paths.exchange(page.exchange.slug), page)),
          },
        ]),
  ];
}

/** The links of a site, its exchanges by name. */
export function linkGroupsOf({
  guidePages,
  sitePages,
  partnerPages,
  partners,
}: {
  readonly guidePages: readonly GuidePage[];
  readonly sitePages: readonly GuidePage[];
  readonly partnerPages: readonly PartnerGuidePage[];
  readonly partners: readonly Partner[];
}): LinkGroup[] {
  const pages = [...guidePages, ...sitePages].sort((a, b) =>
    a.exchange.names.name.localeCompare(b.exchange.names.name, 'en'),
  );
  return linkGroups(pages, partnerPages, partners);
}

function entryOf(path: string, page: GuidePage): LinkEntry {
  return { path, page, steps: page.steps.flatMap(({ ids }) => ids) };
}
