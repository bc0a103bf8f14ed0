import type { GuidePage } from './guide-page.ts';
import { hostOnSite } from './words-instead.ts';

/**
 * The hosts that the address bar may show on the path, in the order in which they come:
 * that of the site of the page, and those of its screens.
 */
export function pathHosts(
  page: Pick<GuidePage, 'exchange' | 'guide' | 'screens' | 'site' | 'steps'>,
): string[] {
  const { screens, site, steps } = page;
  const shown = steps
    .filter(({ number }) => number !== undefined)
    .flatMap((step) => step.screens)
    .flatMap((id) => screens.get(id)?.address ?? []);
  const hosts = shown.map((address) => hostOnSite(page, new URL(address).host));
  return [...new Set([new URL(site.address).host, ...hosts])];
}
