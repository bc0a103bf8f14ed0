import type { ErrorKind } from '../vocabulary/error-kinds.ts';
import type { MatchableError, MatchableExchange } from './error-match.ts';
import type { Exchange, TroubleshootingEntry } from '../schema/exchange.ts';
import type { GuidePage } from './guide-page.ts';
import type { StepId } from '../vocabulary/steps.ts';
import { paths } from '../site/urls.ts';

/**
 * An exchange as error messages name it and its documented errors, for `matchErrors`.
 *
 * Output: as clues its names now and before, its folder, its official domains and hosts,
 * and the ids that tools have for it; of its entries those that a program can recognise.
 */
export function matchableExchange(exchange: Exchange): MatchableExchange {
  const { slug, names, domains, sites, connecting = [], troubleshooting } = exchange;
  const hosts = sites.items.flatMap(({ address, apiBase }) =>
    [address, apiBase].flatMap((url) => (url === undefined ? [] : [new URL(url).hostname])),
  );
  const clues = [
    names.name,
    ...names.former.map((former) => former.name),
    slug,
    slug.replaceAll('-', ''),
    ...domains.official,
    ...hosts,
    ...connecting.flatMap((entry) => (entry.supported ? entry.ids.map(({ id }) => id) : [])),
  ];
  return {
    slug,
    clues: [...new Set(clues.map((clue) => clue.toLowerCase()))],
    errors: troubleshooting
      .filter(({ kinds }) => kinds !== undefined)
      .map(({ id, codes, messages, http }) => ({ id, codes, messages, http })),
  };
}

/** A step that puts an error right: its title and the path of the page that has it. */
export interface StepLink {
  readonly step: StepId;
  readonly title: string;
  readonly path: string;
}

/**
 * Where a step can be read. Not every use case has every step.
 *
 * Input: the pages of one exchange, and the step. Output: the step on the page of the
 * exchange, or else on the first page that has it; undefined where none has.
 */
export function stepLink(pages: readonly GuidePage[], id: StepId): StepLink | undefined {
  const isDefault = ({ guide, useCase }: GuidePage): boolean => useCase.id === guide.defaultUseCase;
  const ordered = pages.toSorted((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
  for (const page of ordered) {
    const step = page.steps.find(({ ids }) => ids.includes(id));
    if (step === undefined) continue;
    const { slug } = page.exchange;
    return {
      step: id,
      title: step.title,
      path: isDefault(page) ? paths.step(slug, id) : `${paths.guide(slug, page.useCase.id)}#${id}`,
    };
  }
  return undefined;
}

/** Number of the form of /api/v1/errors.json; another form gets another number. */
export const errorListVersion = 1;

/** What /api/v1/errors.json holds. Texts are plain; paths begin at the root of the host. */
export interface ErrorList {
  readonly version: typeof errorListVersion;
  readonly exchanges: readonly ListedExchange[];
}

export interface ListedExchange extends MatchableExchange {
  readonly name: string;
  /** Path of the guide. */
  readonly guide: string;
  /** Path of the page with all errors of the exchange. */
  readonly page: string;
  readonly errors: readonly ListedError[];
  /** Usual errors for which no source says what the exchange answers. */
  readonly undocumented: readonly { readonly kind: ErrorKind; readonly text: string }[];
}

export interface ListedError extends MatchableError {
  readonly kinds: readonly ErrorKind[];
  readonly symptom: string;
  readonly tellApart: string | undefined;
  /** Path of the entry in the guide. */
  readonly path: string;
  /** Most likely first. */
  readonly causes: readonly {
    readonly cause: string;
    readonly mend: string;
    /** Step that puts it right, where a guide page has it. */
    readonly step: StepLink | undefined;
  }[];
}

/**
 * The errors of an exchange as programs read them.
 *
 * Input: the pages of the exchange, how a path looks below the base of the site, and how
 * the Markdown of a fact becomes plain text. Output: the exchange with its errors.
 */
export function listedExchange(
  exchange: Exchange,
  pages: readonly GuidePage[],
  as: { readonly path: (path: string) => string; readonly plain: (markdown: string) => string },
): ListedExchange {
  const { slug, names, troubleshooting, undocumentedErrors = [] } = exchange;
  const listed = ({ kinds, ...entry }: TroubleshootingEntry): ListedError[] => {
    if (kinds === undefined) return [];
    const { id, codes, messages, http, symptom, tellApart, causes } = entry;
    return [
      {
        id,
        codes,
        messages,
        http,
        kinds,
        symptom,
        tellApart: tellApart === undefined ? undefined : as.plain(tellApart),
        path: as.path(paths.error(slug, id)),
        causes: causes.map(({ cause, mend, step }) => {
          const link = stepLink(pages, step);
          return {
            cause: as.plain(cause),
            mend: as.plain(mend),
            step: link === undefined ? undefined : { ...link, path: as.path(link.path) },
          };
        }),
      },
    ];
  };
  return {
    ...matchableExchange(exchange),
    name: names.name,
    guide: as.path(paths.exchange(slug)),
    page: as.path(paths.exchangeErrors(slug)),
    errors: troubleshooting.flatMap(listed),
    undocumented: undocumentedErrors.map(({ kind, text }) => ({ kind, text: as.plain(text) })),
  };
}

/** Whether a value is a list of errors in the form that this code knows. */
export function isErrorList(value: unknown): value is ErrorList {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === errorListVersion
  );
}
