import { findExchanges, isQuestion } from '../derive/find-exchange.ts';
import { filledIn } from '../i18n/filled-in.ts';

/**
 * Finds an exchange in the list, as it is typed: by a name, a former name, an id or an
 * address. Nothing is requested, and nothing of it leaves the page.
 */

interface Entry {
  readonly words: readonly string[];
  readonly item: HTMLElement;
}

// Hosts that tell headers by the path alone let an address of a step that is gone be framed.
if (top !== self && document.querySelector('[data-finder="address"]') !== null)
  document.body.replaceChildren();

const finder = document.querySelector<HTMLElement>('[data-finder]');
const field = finder?.querySelector('input');
const heading = finder?.querySelector('h2');
if (finder && field && heading) {
  const guides = entriesOf(finder.querySelector('.exchanges'));
  const known = entriesOf(finder.querySelector('.known'));
  const say = (text: string): void => {
    if (heading.textContent !== text) heading.textContent = text;
  };
  const look = (): void => {
    const isAsked = isQuestion(field.value);
    const hits = isAsked ? findExchanges(field.value, guides) : guides;
    // A known exchange that is spelt right comes before a guide that is spelt nearly so.
    const others = isAsked ? findExchanges(field.value, known) : [];
    const [other] = others;
    const isNear = isAsked && hits.length > 0 && !isExact(field.value, hits);
    const isOther =
      other !== undefined && (hits.length === 0 || (isNear && isExact(field.value, others)));
    const shown = new Set(isOther ? [] : hits.map(({ item }) => item));
    for (const { item } of guides) item.hidden = !shown.has(item);
    const day = other?.item.dataset['day'];
    const state = isOther
      ? day === undefined
        ? 'without'
        : 'closed'
      : shown.size > 0
        ? ''
        : 'nothing';
    for (const words of finder.querySelectorAll<HTMLElement>('[data-instead]'))
      words.hidden = words.dataset['instead'] !== state;
    finder.toggleAttribute('data-finding', isAsked);
    const name = other?.words[0] ?? '';
    say(
      state === ''
        ? isNear
          ? (heading.dataset['nearly'] ?? '')
          : countOf(heading, shown.size)
        : filledIn(heading.dataset[state] ?? '', {
            name,
            day: day ?? '',
            typed: field.value.trim(),
          }),
    );
  };
  field.addEventListener('input', look);
  field.addEventListener('keydown', ({ key }) => {
    const [only, ...more] = guides.filter(({ item }) => !item.hidden);
    if (key === 'Enter' && more.length === 0) only?.item.querySelector('a')?.click();
  });
  if (finder.dataset['finder'] === 'address') field.value = nameInAddress([...guides, ...known]);
  // A page that the browser brings back may bring the text back too.
  if (field.value !== '') look();
}

function entriesOf(list: Element | null): Entry[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-words]') ?? [])].map((item) => ({
    words: item.dataset['words']?.split('|') ?? [],
    item,
  }));
}

/** Whether what was typed begins a name, and is not only like one. */
function isExact(typed: string, hits: readonly Entry[]): boolean {
  return hits.some((hit) => findExchanges(typed, [hit], { nearly: false }).length > 0);
}

function countOf(heading: HTMLElement, count: number): string {
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  const text = heading.getAttribute(`data-guides-${form}`) ?? heading.dataset['guidesOther'] ?? '';
  return filledIn(text, { n: String(count) });
}

/** The first part of the address that names an exchange; empty where none does. */
function nameInAddress(entries: readonly Entry[]): string {
  return (
    location.pathname
      .split('/')
      .map((part) => part.replace(/\.html?$/, ''))
      .find((part) => part.length > 1 && findExchanges(part, entries).length > 0) ?? ''
  );
}
