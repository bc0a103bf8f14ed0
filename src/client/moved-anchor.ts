import { leadOn } from './lead-on.ts';

/** Leads on from an anchor that has moved, whenever the address names one. */
export function leadOnMovedAnchors(): void {
  follow();
  addEventListener('hashchange', follow);
}

function follow(): void {
  const target = document.getElementById(location.hash.slice(1));
  // Not what holds the anchor somewhere within, such as the whole content of the page.
  const link = target?.querySelector<HTMLAnchorElement>(':scope > a[data-moved]');
  if (link) leadOn(link, { anchor: false });
}
