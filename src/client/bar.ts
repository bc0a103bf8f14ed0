/**
 * Lets the bar of a path follow the reader: where they are, what is next, how far it is.
 *
 * Input: the element of the page.
 */
export function followBar(page: HTMLElement): void {
  const bar = page.querySelector<HTMLElement>('[data-bar]');
  const words = bar?.querySelector('summary span');
  if (!bar || !words) return;
  const links = [...bar.querySelectorAll<HTMLAnchorElement>('li a')];
  const parts = links.map((link) => document.getElementById(link.hash.slice(1)));
  const [previous, next] = bar.querySelectorAll<HTMLAnchorElement>('.go');
  const last = links.length - 1;
  let at = -1;

  function follow(): void {
    const index = present();
    if (index === at) return;
    at = index;
    show(index);
  }

  /**
   * The last part that has come up to the line at which people read: above where the next one
   * begins while a short step stands at the top, or the arrows would pass over steps.
   */
  function present(): number {
    // On a tall screen the first parts stand above the line, and the last never come up to it.
    if (scrollY < 1) return 0;
    if (document.documentElement.scrollHeight - innerHeight - scrollY < 2) return last;
    const line = Math.min(innerHeight * 0.42, 240);
    const found = parts.findLastIndex((part) => (part?.getBoundingClientRect().top ?? line) < line);
    return Math.max(0, found);
  }

  function show(index: number): void {
    for (const [place, link] of links.entries()) {
      if (place === index) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
    const small = document.createElement('small');
    const bold = document.createElement('b');
    const { before = '', at: step = '', after = '' } = bar?.dataset ?? {};
    small.textContent =
      index === 0 ? before : index === last ? after : step.replace('{n}', String(index));
    bold.textContent = links[index]?.textContent.trim() ?? '';
    words?.replaceChildren(small, bold);
    bar?.style.setProperty('--progress', `${(100 * index) / last}%`);
    bar?.classList.toggle('saved', index === last);
    point(previous, links[index - 1]);
    point(next, links[index + 1]);
  }

  addEventListener('scroll', follow, { passive: true });
  addEventListener('resize', follow);
  follow();
}

function point(arrow: HTMLAnchorElement | undefined, to: HTMLAnchorElement | undefined): void {
  if (to === undefined) {
    arrow?.removeAttribute('href');
    arrow?.setAttribute('role', 'link');
    arrow?.setAttribute('aria-disabled', 'true');
  } else {
    arrow?.setAttribute('href', to.hash);
    arrow?.removeAttribute('role');
    arrow?.removeAttribute('aria-disabled');
  }
}
