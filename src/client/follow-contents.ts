/**
 * Marks the step that is being read in the contents, and closes the contents of a
 * narrow page after a choice.
 *
 * Input: the element of the guide page.
 */
export function followContents(page: HTMLElement): void {
  const contents = page.querySelector<HTMLElement>('.contents');
  const details = contents?.querySelector('details');
  if (!contents || !details) return;

  const wide = matchMedia('(min-width: 70rem)');
  details.open = wide.matches;
  wide.addEventListener('change', () => {
    details.open = wide.matches;
  });
  details.addEventListener('click', (event) => {
    const onSummary = event.target instanceof Element && event.target.closest('summary') !== null;
    if (wide.matches && onSummary) event.preventDefault();
    if (!wide.matches && event.target instanceof Element && event.target.closest('a') !== null) {
      details.open = false;
    }
  });

  const links = new Map(
    [...contents.querySelectorAll<HTMLAnchorElement>('li a')].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        for (const link of links.values()) mark(link, link === links.get(target.id));
      }
    },
    { rootMargin: '-20% 0px -70% 0px' },
  );
  for (const id of links.keys()) {
    const target = document.getElementById(id);
    if (target !== null) observer.observe(target);
  }
}

function mark(link: HTMLAnchorElement, current: boolean): void {
  link.parentElement?.classList.toggle('at', current);
  if (current) link.setAttribute('aria-current', 'step');
  else link.removeAttribute('aria-current');
}
