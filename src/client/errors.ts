import { type ErrorList, isErrorList, type ListedExchange } from '../derive/error-catalog-shape.ts';
import type { ErrorMatch } from '../derive/error-match.ts';
import {
  answerErrors,
  type CcxtTables,
  type ErrorAnswer,
  type ErrorIndex,
  namesExchange,
} from '../derive/errors/answer.ts';
import { isCcxtTables, isErrorIndex } from '../derive/errors/shapes.ts';
import { stepOfKind } from '../derive/errors/mends.ts';
import { privatePartsIn } from '../derive/errors/private-parts.ts';
import { filledIn } from '../i18n/filled-in.ts';
import type { ErrorKind } from '../vocabulary/error-kinds.ts';

/**
 * Says what a pasted text means, in the browser. The index is loaded when the field is
 * first used, whatever is in it; then the file of the exchange that the text names. Nothing
 * of the text is sent.
 */

/** Entries shown at most; the likeliest come first. */
const mostShown = 6;

/** Private parts named at most. */
const mostPrivate = 5;

const search = document.querySelector<HTMLElement>('[data-error-search]');
const field = search?.querySelector('textarea');
if (search && field) {
  const files = new Map<string, Promise<unknown>>();
  /** A file, once; a failed attempt is made again with the next input. */
  const load = (address: string): Promise<unknown> => {
    const known = files.get(address);
    if (known !== undefined) return known;
    const loading = fetch(address).then((response) => response.json());
    files.set(address, loading);
    loading.catch(() => files.delete(address));
    return loading;
  };
  const look = async (): Promise<void> => {
    const text = field.value;
    const found = await answerTo(search, text, load);
    // More may have been typed in the meantime.
    if (field.value === text) show(search, text, found);
  };
  field.addEventListener(
    'focus',
    () => void load(search.dataset['errorSearch'] ?? '').catch(() => {}),
  );
  field.addEventListener('input', () => void look());
  // A page that the browser brings back may bring the text back too.
  if (field.value !== '') void look();
}

interface Found {
  /** Undefined where the index could not be loaded. */
  readonly index: ErrorIndex | undefined;
  readonly answer: ErrorAnswer | undefined;
  /** The exchanges of the answer, with what to do. */
  readonly exchanges: readonly ListedExchange[];
}

async function answerTo(
  search: HTMLElement,
  text: string,
  load: (address: string) => Promise<unknown>,
): Promise<Found> {
  const { dataset } = search;
  try {
    const index = await load(dataset['errorSearch'] ?? '');
    if (!isErrorIndex(index)) return { index: undefined, answer: undefined, exchanges: [] };
    const ccxt = namesExchange(text, index) ? await tables(dataset['ccxt'] ?? '', load) : {};
    const answer = answerErrors(text, index, ccxt);
    const slugs = new Set([
      ...(answer?.entries.map(({ slug }) => slug) ?? []),
      ...(answer?.exchange?.slug === undefined ? [] : [answer.exchange.slug]),
    ]);
    const lists = await Promise.all(
      [...slugs].map((slug) => load(filledIn(dataset['of'] ?? '', { slug }))),
    );
    return {
      index,
      answer,
      exchanges: lists.filter(isErrorList).flatMap((list: ErrorList) => list.exchanges),
    };
  } catch {
    return { index: undefined, answer: undefined, exchanges: [] };
  }
}

/** What CCXT knows; without it the answer is only less exact. */
async function tables(
  address: string,
  load: (address: string) => Promise<unknown>,
): Promise<CcxtTables> {
  try {
    const value = await load(address);
    return isCcxtTables(value) ? value : {};
  } catch {
    return {};
  }
}

function show(search: HTMLElement, text: string, found: Found): void {
  warn(search, text);
  const status = search.querySelector<HTMLElement>('[data-status]');
  if (status) status.textContent = text.trim() === '' ? '' : summary(status, found);
  const { answer, exchanges } = found;
  const entries = (answer?.entries ?? [])
    .slice(0, mostShown)
    .flatMap((match) => entryCard(search, match, exchanges));
  const kinds = (answer?.entries.length === 0 ? answer.kinds : []).flatMap((kind) =>
    kindCard(search, kind, exchanges),
  );
  search
    .querySelector('[data-results]')
    ?.replaceChildren(...(text.trim() === '' ? [] : [...entries, ...kinds]));
}

/** What may be a key in the text stands above all else. */
function warn(search: HTMLElement, text: string): void {
  const secret = search.querySelector<HTMLElement>('[data-secret]');
  if (secret === null) return;
  const parts = privatePartsIn(text).slice(0, mostPrivate);
  secret.hidden = parts.length === 0;
  const shown = parts.map(({ kind, text: part }) =>
    filledIn(secret.getAttribute(`data-of-${kind}`) ?? '', {
      start: part.slice(0, kind === 'passphrase' ? 2 : 6),
    }),
  );
  fill(secret, '[data-parts]', row(shown));
}

function summary(status: HTMLElement, { index, answer }: Found): string {
  const { dataset } = status;
  if (index === undefined) return dataset['failed'] ?? '';
  if (answer === undefined) return dataset['none'] ?? '';
  const name = answer.exchange?.name;
  const words =
    name !== undefined && answer.exchange?.slug === undefined
      ? dataset['noGuide']
      : status.getAttribute(
          `data-${name === undefined ? 'unnamed' : 'named'}-${answer.confidence}`,
        );
  const alone =
    answer.statusAlone === undefined
      ? []
      : [filledIn(dataset['statusAlone'] ?? '', { status: String(answer.statusAlone) })];
  return [...alone, filledIn(words ?? '', { exchange: name ?? '' })].join(' ');
}

function entryCard(
  search: HTMLElement,
  match: ErrorMatch,
  exchanges: readonly ListedExchange[],
): Node[] {
  const template = search.querySelector<HTMLTemplateElement>('template[data-entry-card]');
  const exchange = exchanges.find(({ slug }) => slug === match.slug);
  const error = exchange?.errors.find(({ id }) => id === match.id);
  if (template === null || exchange === undefined || error === undefined) return [];
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
  if (match.by.length === 0) made.querySelector('[data-recognised]')?.remove();
  fill(made, '[data-tell-apart]', error.tellApart ?? '');
  if (error.tellApart === undefined) made.querySelector('.tell-apart')?.remove();
  const list = made.querySelector('.causes');
  const first = list?.querySelector('li');
  const items = error.causes.map(({ cause, mend, step }) => {
    const item = first?.cloneNode(true);
    if (!(item instanceof HTMLElement)) return '';
    fill(item, '[data-cause]', cause);
    fill(item, '[data-mend]', mend);
    leadTo(item, step);
    return item;
  });
  list?.replaceChildren(...items);
  return [made];
}

function kindCard(
  search: HTMLElement,
  kind: ErrorKind,
  exchanges: readonly ListedExchange[],
): Node[] {
  const template = search.querySelector<HTMLTemplateElement>(`template[data-kind-card="${kind}"]`);
  if (template === null) return [];
  const made = document.importNode(template.content, true);
  const wanted = stepOfKind[kind];
  leadTo(
    made,
    exchanges[0]?.steps.find(({ step }) => step === wanted),
  );
  return [made];
}

function leadTo(
  place: ParentNode,
  step: { readonly title: string; readonly path: string } | undefined,
): void {
  const link = place.querySelector<HTMLAnchorElement>('.to-step');
  if (step === undefined) (link?.closest('[data-step-line]') ?? link)?.remove();
  else if (link !== null) {
    link.textContent = filledIn(link.dataset['step'] ?? '', { title: step.title });
    link.href = step.path;
  }
}

function fill(root: ParentNode, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element) element.textContent = text;
}

/** Names one after the other, as the language of the page lists them. */
function row(names: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang, { type: 'unit' }).format(names);
}
