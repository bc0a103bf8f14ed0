import type { BuiltPage, BuiltSite } from '../built-site.ts';
import { textOf } from '../built-site.ts';
import { canonicalOf } from './head.ts';
import type { SiteCheck } from './site-check.ts';

/** The guide that an embedded step is of, and the id of the step. */
function guideOf(page: BuiltPage, site: BuiltSite): { guide: BuiltPage | undefined; id: string } {
  const [, inner = '', id = ''] = /^\/embed\/(.+)\/([^/]+)\/$/.exec(page.path) ?? [];
  return { guide: site.page(`${site.base}${inner}/`), id };
}

/**
 * An embedded step is that of the guide: the same actions, drawings and tables, or the
 * word that the guide is without it. Its links lead out of the frame, and the guide is
 * the address to keep.
 */
export const embeddedSteps: SiteCheck = (site) =>
  site.pages
    .filter(({ kind }) => kind === 'embedded-step')
    .flatMap((page) => {
      const { guide, id } = guideOf(page, site);
      if (guide === undefined) return [`${page.file}: has no guide`];
      const partsOf = (place: BuiltPage, within: string): string[] => [
        ...place.all(`${within} ol:not([class]) > li`).map(textOf),
        ...place
          .all(`${within} .screen [role="img"]`)
          .map((image) => image.attribs['aria-label'] ?? ''),
        ...place.all(`${within} tbody th`).map(textOf),
      ];
      const own = partsOf(page, '.step-body');
      const wanted = partsOf(guide, `section.step[id="${id}"] .step-body`);
      const anchor = guide.ids.has(id) ? `#${id}` : '';
      const wantedAddress = `${canonicalOf(guide) ?? ''}${anchor}`;
      return [
        ...(own.join('\n') === wanted.join('\n') ? [] : ['is another than the step of the guide']),
        ...(own.length > 0 || page.all('.step-body').some((body) => textOf(body).length > 20)
          ? []
          : ['is empty']),
        ...(page.attribute('base', 'target') === '_top' ? [] : ['keeps links within the frame']),
        ...(page.all('a[href^="#"]').length === 0 ? [] : ['has links within the frame']),
        ...(page.all('nav, header, footer, input').length === 0 ? [] : ['has more than the step']),
        ...(canonicalOf(page) === wantedAddress ? [] : [`names ${canonicalOf(page) ?? ''}`]),
      ].map((fault) => `${page.file}: ${fault}`);
    });
