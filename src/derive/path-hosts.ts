import { mainSite } from '../schema/exchange.ts';
import type { GuidePage } from './guide-page.ts';

/**
 * The hosts that the address bar may show on the path, in the order in which they come:
 * that of the site that the guide was checked on, and those of its screens.
 */
export function pathHosts({
  exchange,
  guide,
  screens,
  steps,
}: Pick<GuidePage, 'exchange' | 'guide' | 'screens' | 'steps'>): string[] {
  const site =
    exchange.sites.items.find(({ id }) => id === guide.verification.site) ?? mainSite(exchange);
  const shown = steps
    .filter(({ number }) => number !== undefined)
    .flatMap((step) => step.screens)
    .flatMap((id) => screens.get(id)?.address ?? []);
  return [...new Set([site.address, ...shown].map((address) => new URL(address).host))];
}
