import type { ListedError, ListedExchange, StepLink } from './error-catalog-shape.ts';
import type { MatchableExchange } from './error-match.ts';
import type { Exchange, TroubleshootingEntry } from '../schema/exchange.ts';
import type { GuidePage } from './guide-page.ts';
import { type StepId, stepIds } from '../vocabulary/steps.ts';
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
    steps: stepIds.flatMap((id) => {
      const link = stepLink(pages, id);
      return link === undefined ? [] : [{ ...link, path: as.path(link.path) }];
    }),
    undocumented: undocumentedErrors.map(({ kind, text }) => ({ kind, text: as.plain(text) })),
  };
}
