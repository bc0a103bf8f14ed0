import { filledIn } from '../i18n/filled-in.ts';
import { isLinkTargets, type LinkPlace, type LinkTargets } from '../site/link-places.ts';
import { htmlLink, type LinkTarget, markdownLink } from '../site/link-texts.ts';
import { drawQrCode } from './qr-code.ts';

/**
 * Makes a link from choices. What can be chosen is read from the links of the table on
 * the same page, so the two cannot disagree; titles and further places of an exchange are
 * loaded when it is chosen. The choices stand in the address of the page, from which only
 * values are read that a list offers.
 *
 * Input: the element with the choices and the texts.
 */
export function makeLinks(maker: HTMLElement): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-link]')];
  const choice = (name: string): HTMLSelectElement | null =>
    maker.querySelector<HTMLSelectElement>(`[data-choose="${name}"]`);
  const [purpose, exchange, place, language] = [
    choice('for'),
    choice('at'),
    choice('to'),
    choice('in'),
  ];
  if (!purpose || !exchange || !place || !language) return;
  const framesOnly = maker.dataset['linkMaker'] === 'frames';
  const qr = maker.querySelector<HTMLDetailsElement>('[data-qr]');
  const generic = [...place.options].map(({ value, text }) => ({ id: value, title: text }));
  const loaded = new Map<string, Promise<LinkTargets | undefined>>();
  const asked = new URLSearchParams(location.search);

  for (const select of [purpose, exchange, language])
    select.addEventListener('change', () => void update());
  place.addEventListener('change', show);
  qr?.addEventListener('toggle', show);
  choose(purpose, asked.get('for'));
  void update(asked);

  /** Offers what goes with the purpose and the exchange that are chosen. */
  async function update(wanted?: URLSearchParams): Promise<void> {
    if (!purpose || !exchange || !place || !language) return;
    const ofPurpose = links.filter(
      (link) =>
        link.dataset['link'] === purpose.value &&
        (!framesOnly || link.dataset['frame'] !== undefined),
    );
    offer(
      exchange,
      ofPurpose.map((link) => [link.dataset['exchange'] ?? '', link.textContent.trim()]),
    );
    if (wanted !== undefined) choose(exchange, wanted.get('at'));
    const ofExchange = ofPurpose.filter((link) => link.dataset['exchange'] === exchange.value);
    offer(
      language,
      ofExchange.map((link) => [link.hreflang, nameOf(link.hreflang)]),
    );
    const label = language.closest('label');
    if (label !== null) label.hidden = language.options.length < 2;

    const link = chosenLink();
    if (link === undefined) return;
    const keep = wanted?.get('to') ?? place.value;
    fill(place, link, undefined);
    choose(place, keep);
    show();
    const targets = await targetsOf(link);
    // Another choice may have been made in the meantime.
    if (targets === undefined || chosenLink() !== link) return;
    const now = wanted?.get('to') ?? place.value;
    fill(place, link, targets);
    choose(place, now);
    show();
  }

  function chosenLink(): HTMLAnchorElement | undefined {
    return links.find(
      (link) =>
        link.dataset['link'] === purpose?.value &&
        link.dataset['exchange'] === exchange?.value &&
        link.hreflang === language?.value,
    );
  }

  function targetsOf(link: HTMLAnchorElement): Promise<LinkTargets | undefined> {
    const address = link.dataset['targets'];
    if (address === undefined) return Promise.resolve(undefined);
    const known = loaded.get(address) ?? load(address);
    loaded.set(address, known);
    return known;
  }

  /** The places of a page; as long as their titles are not loaded, its steps by general names. */
  function fill(
    select: HTMLSelectElement,
    link: HTMLAnchorElement,
    targets: LinkTargets | undefined,
  ): void {
    const steps = (link.dataset['steps'] ?? '').split(' ').filter((id) => id !== '');
    const titleOf = (id: string): string =>
      targets?.steps[id] ?? generic.find((one) => one.id === id)?.title ?? id;
    const whole = generic.filter(({ id }) => id === '');
    const isAlone = framesOnly || link.dataset['alone'] !== undefined;
    select.replaceChildren(
      ...whole.map(({ id, title }) => new Option(title, id)),
      ...groupOf(
        select.dataset['steps'],
        steps.map((id) => ({ id, title: titleOf(id), path: '' })),
      ),
      // The pages of a partner lead to none that is not its own.
      ...(targets === undefined || isAlone
        ? []
        : [
            ...groupOf(select.dataset['questions'], targets.questions),
            ...groupOf(select.dataset['errors'], targets.errors),
            ...groupOf(select.dataset['facts'], targets.facts),
          ]),
    );
  }

  function show(): void {
    const link = chosenLink();
    const option = place?.selectedOptions[0];
    if (link === undefined || !purpose || !exchange || !place || !language) return;
    const target = targetOf(link, option, place.dataset['withStep'] ?? '');
    const frame = frameOf(link, option, target.title);
    for (const box of maker.querySelectorAll<HTMLElement>('[data-text]')) {
      const id = box.dataset['text'];
      const values = id === 'frame' ? frame : target;
      const parent = box.closest<HTMLElement>('[data-copy-box]');
      if (parent !== null) parent.hidden = values === undefined;
      if (values === undefined) continue;
      box.textContent =
        id === 'markdown'
          ? markdownLink(values)
          : id === 'html'
            ? htmlLink(values)
            : filledIn(box.dataset['template'] ?? '', { ...values });
    }
    const opener = maker.querySelector<HTMLAnchorElement>('[data-open]');
    if (opener !== null) opener.href = target.url;
    const picture = maker.querySelector<HTMLImageElement>('img[data-picture]');
    if (picture !== null && link.dataset['picture'] !== undefined)
      picture.src = link.dataset['picture'];
    const code = qr?.querySelector<HTMLElement>('[data-qr-picture]');
    if (code && qr?.open === true) void drawQrCode(code, target.url);
    remember({ for: purpose.value, at: exchange.value, to: place.value });
  }
}

/** Keeps the choices in the address, to be bookmarked and sent. */
function remember(choices: Readonly<Record<string, string>>): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(choices))
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}

async function load(address: string): Promise<LinkTargets | undefined> {
  try {
    const value: unknown = await (await fetch(address)).json();
    return isLinkTargets(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Chooses a value that the list offers; anything else leaves it as it is. */
function choose(select: HTMLSelectElement, value: string | null): void {
  const option = [...select.options].find((one) => one.value === value);
  if (option !== undefined) select.value = option.value;
}

/** Fills a choice, and keeps what was chosen where it is still offered. */
function offer(select: HTMLSelectElement, offered: readonly (readonly [string, string])[]): void {
  const before = select.value;
  const options = new Map(offered);
  select.replaceChildren(...[...options].map(([value, label]) => new Option(label, value)));
  choose(select, before);
}

function groupOf(label: string | undefined, places: readonly LinkPlace[]): HTMLElement[] {
  if (places.length === 0) return [];
  const group = document.createElement('optgroup');
  group.label = label ?? '';
  group.append(
    ...places.map(({ id, title, path }) => {
      const option = new Option(title, id);
      if (path !== '') option.dataset['path'] = path;
      return option;
    }),
  );
  return [group];
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

function targetOf(
  link: HTMLAnchorElement,
  option: HTMLOptionElement | undefined,
  withStep: string,
): LinkTarget {
  const title = link.dataset['title'] ?? '';
  if (option === undefined || option.value === '') return { title, url: link.href };
  const path = option.dataset['path'];
  if (path !== undefined)
    return {
      title: `${link.textContent.trim()}: ${option.text}`,
      url: new URL(path, link.href).href,
    };
  return {
    title: filledIn(withStep, { title, step: option.text }),
    url: `${link.href}#${option.value}`,
  };
}

/** Where a step is shown alone; undefined where none is chosen. */
function frameOf(
  link: HTMLAnchorElement,
  option: HTMLOptionElement | undefined,
  title: string,
): LinkTarget | undefined {
  const frame = link.dataset['frame'];
  if (frame === undefined || option === undefined) return undefined;
  if (option.value === '' || option.dataset['path'] !== undefined) return undefined;
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return { title: quoted, url: new URL(`${frame}${option.value}/`, link.href).href };
}
