/**
 * Names the step that is being read in the link that reports a problem, when it is used.
 *
 * Input: the element of the guide page.
 */
export function reportStep(page: HTMLElement): void {
  const link = page.querySelector<HTMLAnchorElement>('a[data-report]');
  link?.addEventListener('click', () => {
    const step = page.querySelector<HTMLAnchorElement>('.contents li.at a')?.hash.slice(1);
    if (step === undefined || step === '') return;
    const url = new URL(link.href);
    url.searchParams.set('step', step);
    link.href = url.href;
  });
}
