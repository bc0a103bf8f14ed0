/** Closes the list of a bar when an entry is chosen, or with Escape. */
const bar = document.querySelector('.bar');
const list = bar?.querySelector('details');
if (bar && list) {
  bar.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') !== null) list.open = false;
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !list.open) return;
    list.open = false;
    list.querySelector('summary')?.focus();
  });
}
