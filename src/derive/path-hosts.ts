import { stepTable } from '../vocabulary/steps.ts';
import type { GuidePage } from './guide-page.ts';
import { hostOnSite } from './words-instead.ts';

/**
 * The hosts that the address bar may show on the path, in the order in which they come:
 * that of the site of the page, and those of its screens.
 */
export function pathHosts(
  page: Pick<GuidePage, 'exchange' | 'guide' | 'screens' | 'site' | 'steps'>,
): string[] {
  const { guide, screens, site, steps } = page;
  const numbered = steps.filter(({ number }) => number !== undefined);
  // Keys that have ended are deleted where they were made.
  const passed =
    numbered.length > 0
      ? numbered
      : guide.steps.filter(({ id }) => stepTable[id].phase === 'create');
  const shown = passed
    .flatMap((step) => step.screens)
    .flatMap((id) => screens.get(id)?.address ?? []);
  const hosts = shown.map((address) => hostOnSite(page, new URL(address).host));
  return [...new Set([new URL(site.address).host, ...hosts])];
}
