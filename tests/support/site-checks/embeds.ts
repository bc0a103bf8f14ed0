import { en } from '../../../src/i18n/en/index.ts';
import { isStepId } from '../../../src/vocabulary/steps.ts';
import { type BuiltPage, type BuiltSite, type PageElement, textOf, within } from '../built-site.ts';
import { canonicalOf } from './head.ts';
import { numberedStepOf } from './paths.ts';
import type { SiteCheck } from './site-check.ts';

/** Whether an embedded step says that its guide is without it. */
export function isWithoutStep(page: BuiltPage): boolean {
  return page.all('main > p:not([class])').some((words) => textOf(words) === en.embed.without);
}

/** The guide that an embedded step is of, and the id of the step. */
function guideOf(page: BuiltPage, site: BuiltSite): { guide: BuiltPage | undefined; id: string } {
  const [, inner = '', id = ''] = /^\/embed\/(.+)\/([^/]+)\/$/.exec(page.path) ?? [];
  return { guide: site.page(`${site.base}${inner}/`), id };
}

/** Where the step stands on its guide: with those of one title, as "have ready", or as a row. */
function placeOf(guide: BuiltPage, id: string): PageElement | undefined {
  const numbered = isStepId(id) ? numberedStepOf(guide, id) : undefined;
  return numbered ?? guide.all(`main :is(.ready, .row)[id="${id}"]`)[0];
}

/**
 * An embedded step is that of the guide: the same actions, drawings, warnings, folds and
 * tables, or the word that the guide is without it. Its links lead out of the frame, and
 * the guide is the address to keep.
 */
export const embeddedSteps: SiteCheck = (site) =>
  site.pages
    .filter(({ kind }) => kind === 'embedded-step')
    .flatMap((page) => {
      const { guide, id } = guideOf(page, site);
      if (guide === undefined) return [`${page.file}: has no guide`];
      const place = placeOf(guide, id);
      const main = page.all('main')[0];
      const lead = textOf(guide.all('.lead')[0]);
      // That an exchange is closing, or a guide is old, stands above the steps of a guide.
      const own = main === undefined ? [] : partsOf(main, id, lead);
      const wanted = place === undefined ? [] : partsOf(place, id, '');
      const anchor = place === undefined ? '' : `#${id}`;
      const wantedAddress = `${canonicalOf(guide) ?? ''}${anchor}`;
      const isOfGuide =
        place === undefined
          ? own.length === 0 && isWithoutStep(page)
          : own.length > 0 && !isWithoutStep(page) && isSame(own, wanted, id);
      return [
        ...(isOfGuide ? [] : ['is another than the step of the guide']),
        ...(page.attribute('base', 'target') === '_blank' ? [] : ['keeps links within the frame']),
        ...(page.all('a[href^="#"]').length === 0 ? [] : ['has links within the frame']),
        ...(page.all('nav, header, footer, input').length === 0 ? [] : ['has more than the step']),
        ...(canonicalOf(page) === wantedAddress ? [] : [`names ${canonicalOf(page) ?? ''}`]),
      ].map((fault) => `${page.file}: ${fault}`);
    });

/** What a step says and shows, part by part. */
function partsOf(place: PageElement, id: string, lead: string): string[] {
  const selectors =
    id === 'check-account'
      ? ['ul > li']
      : ['.do > li', '.why > div', '.why > p', 'pre', 'tbody tr'];
  const warnings = within(place, '.care').map(textOf);
  return [
    ...warnings.filter((warning) => !lead.includes(warning)),
    ...selectors.flatMap((selector) => within(place, selector).map(textOf)),
    ...within(place, '.shot, img').map(
      ({ attribs }) => attribs['aria-label'] ?? attribs['alt'] ?? '',
    ),
  ];
}

/** The guide adds what every reader has ready, and the other sites, to the lines of the first step. */
function isSame(own: readonly string[], wanted: readonly string[], id: string): boolean {
  return id === 'check-account'
    ? own.every((line) => wanted.includes(line))
    : own.join('\n') === wanted.join('\n');
}
