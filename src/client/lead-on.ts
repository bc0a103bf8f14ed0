/**
 * Goes to where a link leads, in place of the present entry of the history. The query
 * of the present address goes along, and on request its anchor, where the link has none
 * of its own.
 */
export function leadOn(link: HTMLAnchorElement, keep: { readonly anchor: boolean }): void {
  const to = new URL(link.href);
  if (to.search === '') to.search = location.search;
  if (to.hash === '' && keep.anchor) to.hash = location.hash;
  location.replace(to);
}
