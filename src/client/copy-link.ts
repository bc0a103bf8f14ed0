/**
 * Copies the address of a step when its link is used. Without a clipboard the link
 * goes to the step, and its address can be copied from the address bar.
 *
 * Input: the element of the guide page.
 */
export function copyStepLinks(page: HTMLElement): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-copy-link]')) {
    link.addEventListener('click', () => {
      if (!navigator.clipboard) return;
      navigator.clipboard.writeText(link.href).then(
        () => showCopied(link),
        () => undefined,
      );
    });
  }
}

function showCopied(link: HTMLAnchorElement): void {
  for (const other of document.querySelectorAll('[data-copy-link].copied'))
    other.classList.remove('copied');
  link.classList.add('copied');
}
