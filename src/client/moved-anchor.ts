import { leadOn } from './lead-on.ts';

/** Leads on from an anchor that has moved, if the address names one. */
function follow(): void {
  const moved = document.getElementById(location.hash.slice(1));
  const link = moved?.querySelector<HTMLAnchorElement>('a[data-moved]');
  if (link) leadOn(link, { anchor: false });
}

follow();
addEventListener('hashchange', follow);
