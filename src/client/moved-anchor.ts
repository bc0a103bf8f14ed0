import { leadOn } from './lead-on.ts';

/** Leads on from an anchor that has moved, if the address names one. */
function follow(): void {
  const target = document.getElementById(location.hash.slice(1));
  // Not what holds the anchor somewhere within, such as the whole content of the page.
  const link = target?.querySelector<HTMLAnchorElement>(':scope > a[data-moved]');
  if (link) leadOn(link, { anchor: false });
}

follow();
addEventListener('hashchange', follow);
