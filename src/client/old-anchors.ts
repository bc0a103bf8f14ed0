import { pageOfAnchor } from '../site/anchors.ts';

/**
 * Leads anchors that the page had before record and path parted to where their text stands
 * now.
 *
 * Input: the element of the page, which names the record and the errors of its exchange.
 */
export function leadOnAnchors({ dataset }: HTMLElement): void {
  leadOnAnchor(dataset);
  addEventListener('hashchange', () => leadOnAnchor(dataset));
}

function leadOnAnchor(dataset: DOMStringMap): void {
  const anchor = location.hash.slice(1);
  if (anchor === '' || document.getElementById(anchor) !== null) return;
  const page = pageOfAnchor(anchor);
  const address = page === 'guide' ? undefined : dataset[page];
  if (address !== undefined) location.replace(address + location.hash);
}
