/**
 * Opens the entry that the address names, or that holds what it names. Browsers open
 * entries around a target, not the target itself.
 */
export function openTarget(): void {
  open();
  addEventListener('hashchange', open);
}

function open(): void {
  // The browser's own reading of the address: a malformed one has no target.
  const target = document.querySelector(':target');
  const details = target?.closest('details');
  if (!target || !details) return;
  details.open = true;
  target.scrollIntoView();
}
