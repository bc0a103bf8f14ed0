import { type ErrorList, isErrorList, type ListedError } from '../derive/error-catalog.ts';
import { type ErrorMatch, matchErrors } from '../derive/error-match.ts';
import { filledIn } from '../i18n/filled-in.ts';
import { keyShapesIn } from '../derive/secret-shapes.ts';

/**
 * Finds the documented errors in a pasted text, in the browser. The list of errors is
 * loaded when the field is first used, whatever is in it; nothing else is requested.
 */

/** Entries shown at most; the likeliest come first. */
const mostShown = 6;

const search = document.querySelector<HTMLElement>('[data-error-search]');
const field = search?.querySelector('textarea');
const template = search?.querySelector('template');
if (search && field && template) {
  let loading: Promise<ErrorList | undefined> | undefined;
  const load = (): Promise<ErrorList | undefined> =>
    (loading ??= loadList(search.dataset['errorSearch'] ?? ''));
  const look = async (): Promise<void> => {
    const list = await load();
    // A failed attempt is made again with the next input.
    if (list === undefined) loading = undefined;
    show(search, template, field.value, list);
  };
  field.addEventListener('focus', () => void load());
  field.addEventListener('input', () => void look());
  // A page that the browser brings back may bring the text back too.
  if (field.value !== '') void look();
}

async function loadList(address: string): Promise<ErrorList | undefined> {
  try {
    const response = await fetch(address);
    const value: unknown = await response.json();
    return isErrorList(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function show(
  search: HTMLElement,
  template: HTMLTemplateElement,
  text: string,
  list: ErrorList | undefined,
): void {
  const secret = search.querySelector<HTMLElement>('[data-secret]');
  if (secret) secret.hidden = !text.split('\n').some((line) => keyShapesIn(line).length > 0);

  const matches = list === undefined ? [] : matchErrors(text, list.exchanges);
  const status = search.querySelector<HTMLElement>('[data-status]');
  if (status) status.textContent = text.trim() === '' ? '' : summary(status, matches, list);
  const cards = matches.slice(0, mostShown).flatMap((match) => card(template, match, list));
  search.querySelector('[data-results]')?.replaceChildren(...cards);
}

function summary(
  status: HTMLElement,
  matches: readonly ErrorMatch[],
  list: ErrorList | undefined,
): string {
  const { dataset } = status;
  if (list === undefined) return dataset['failed'] ?? '';
  if (matches.length === 0) return dataset['none'] ?? '';
  const shown = Math.min(matches.length, mostShown);
  const form = new Intl.PluralRules(document.documentElement.lang).select(shown);
  const count = filledIn(
    status.getAttribute(`data-found-${form}`) ?? status.getAttribute('data-found-other') ?? '',
    { n: String(shown) },
  );
  const slugs = new Set(matches.map(({ slug }) => slug));
  const unsure = slugs.size > 1 && !matches.some(({ named }) => named);
  return [count, unsure ? dataset['unnamed'] : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}

function card(
  template: HTMLTemplateElement,
  match: ErrorMatch,
  list: ErrorList | undefined,
): Node[] {
  const exchange = list?.exchanges.find(({ slug }) => slug === match.slug);
  const error = exchange?.errors.find(({ id }) => id === match.id);
  if (exchange === undefined || error === undefined) return [];
  const made = document.importNode(template.content, true);
  const names = row(error.codes ?? error.messages ?? []);
  const entry = made.querySelector<HTMLAnchorElement>('[data-entry]');
  if (entry) {
    entry.textContent =
      names === ''
        ? exchange.name
        : filledIn(entry.dataset['entry'] ?? '', { exchange: exchange.name, names });
    entry.href = error.path;
  }
  fill(made, '[data-symptom]', error.symptom);
  fill(made, '[data-by]', row(match.by));
  fill(made, '[data-tell-apart]', error.tellApart ?? '');
  if (error.tellApart === undefined) made.querySelector('.tell-apart')?.remove();
  fillCauses(made, error);
  return [made];
}

function fillCauses(made: DocumentFragment, { causes }: ListedError): void {
  const list = made.querySelector('.causes');
  const first = list?.querySelector('li');
  if (!list || !first) return;
  const items = causes.map(({ cause, mend, step }) => {
    const item = document.importNode(first, true);
    fill(item, '[data-cause]', cause);
    fill(item, '[data-mend]', mend);
    const link = item.querySelector<HTMLAnchorElement>('[data-step]');
    if (link && step) {
      link.textContent = filledIn(link.dataset['step'] ?? '', { title: step.title });
      link.href = step.path;
    } else link?.remove();
    return item;
  });
  list.replaceChildren(...items);
}

/** Names one after the other, as the language of the page lists them. */
function row(names: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang, { type: 'unit' }).format(names);
}

function fill(within: ParentNode, selector: string, text: string): void {
  const element = within.querySelector(selector);
  if (element) element.textContent = text;
}
