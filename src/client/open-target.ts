/**
 * Opens the entries that hold what the address names: browsers that open any leave out the
 * one that is named itself, and some open none.
 */
export function openTarget(): void {
  open();
  // While the page is read, the browser may not have looked for the target yet.
  addEventListener('load', open);
  addEventListener('hashchange', open);
  // A link to where the address leads already changes nothing in it.
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href]');
    if (link && link.href === location.href) open();
  });
}

function open(): void {
  // The browser's own reading of the address: a malformed one has no target.
  const target = document.querySelector(':target');
  let isMoved = false;
  for (
    let details = target?.closest('details');
    details;
    details = details.parentElement?.closest('details')
  ) {
    isMoved ||= !details.open;
    details.open = true;
  }
  if (isMoved) target?.scrollIntoView();
}
