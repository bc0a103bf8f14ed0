import { filledIn } from '../i18n/filled-in.ts';
import { htmlLink, type LinkTarget, markdownLink } from '../site/link-texts.ts';

/**
 * Makes a link from choices. What can be chosen is read from the links of the table on
 * the same page, so the two cannot disagree.
 *
 * Input: the element with the choices and the texts.
 */
export function makeLinks(maker: HTMLElement): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-link]')];
  const [purpose, exchange, step, language] = ['purpose', 'exchange', 'step', 'language'].map(
    (name) => maker.querySelector<HTMLSelectElement>(`[data-choose="${name}"]`),
  );
  const qr = maker.querySelector<HTMLDetailsElement>('[data-qr]');
  if (!purpose || !exchange || !step || !language || !qr) return;
  const allSteps = [...step.options];

  for (const choice of [purpose, exchange, step, language]) {
    choice.addEventListener('change', update);
  }
  qr.addEventListener('toggle', update);
  update();

  function update(): void {
    if (!purpose || !exchange || !step || !language || !qr) return;
    const ofPurpose = links.filter((link) => link.dataset['link'] === purpose.value);
    offer(
      exchange,
      ofPurpose.map((link) => [link.dataset['exchange'] ?? '', link.textContent.trim()]),
    );
    const ofExchange = ofPurpose.filter((link) => link.dataset['exchange'] === exchange.value);
    offer(
      language,
      ofExchange.map((link) => [link.hreflang, nameOf(link.hreflang)]),
    );
    const label = language.closest('label');
    if (label !== null) label.hidden = language.options.length < 2;

    const link = ofExchange.find(({ hreflang }) => hreflang === language.value);
    if (link === undefined) return;
    const known = new Set(['', ...(link.dataset['steps'] ?? '').split(' ')]);
    const wanted = step.value;
    step.replaceChildren(...allSteps.filter(({ value }) => known.has(value)));
    step.value = known.has(wanted) ? wanted : '';
    show(targetOf(link, step.selectedOptions[0]));
  }

  function show(target: LinkTarget): void {
    for (const box of maker.querySelectorAll<HTMLElement>('[data-text]')) {
      box.textContent =
        box.dataset['text'] === 'markdown'
          ? markdownLink(target)
          : box.dataset['text'] === 'html'
            ? htmlLink(target)
            : filledIn(box.dataset['template'] ?? '', { ...target });
    }
    const place = qr?.querySelector<HTMLElement>('[data-qr-picture]');
    if (place && qr?.open === true) void draw(place, target.url);
  }
}

/** Fills a choice, and keeps what was chosen where it is still offered. */
function offer(select: HTMLSelectElement, offered: readonly (readonly [string, string])[]): void {
  const before = select.value;
  const options = new Map(offered);
  select.replaceChildren(...[...options].map(([value, label]) => new Option(label, value)));
  if (options.has(before)) select.value = before;
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

function targetOf(link: HTMLAnchorElement, step: HTMLOptionElement | undefined): LinkTarget {
  const title = link.dataset['title'] ?? '';
  const url = link.href;
  if (step === undefined || step.value === '') return { title, url };
  return {
    title: filledIn(step.dataset['withStep'] ?? '', { title, url }),
    url: `${url}#${step.value}`,
  };
}

/**
 * Draws a QR code here in the browser, as the first thing in its place. The library is
 * fetched when a code is first wanted.
 */
async function draw(place: HTMLElement, url: string): Promise<void> {
  place.dataset['wanted'] = url;
  const { renderSVG } = await import('uqr');
  // A choice that was made in the meantime is drawn by itself.
  if (place.dataset['wanted'] !== url) return;
  // Four modules of margin are what readers of codes ask for (ISO/IEC 18004).
  const svg = renderSVG(url, { ecc: 'M', border: 4 });
  const image = place.querySelector('img') ?? new Image();
  image.alt = place.dataset['qrPicture'] ?? '';
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  place.prepend(image);
}
