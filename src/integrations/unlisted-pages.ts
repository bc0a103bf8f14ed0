import { parseContent } from '../content/content.ts';
import { contentFolder } from '../content/content-folder.ts';
import { readContentFiles } from '../content/content-files.ts';
import { outlineOf } from '../check/outline.ts';
import { presentPermalinks } from '../check/permalinks.ts';
import { pagesAmong, pageWays } from '../site/redirect.ts';
import { paths, withBase } from '../site/urls.ts';

/**
 * Paths of the pages that stay out of the sitemap: those that only lead elsewhere, those
 * that show one step of a guide alone, and those that say the same as the page of their exchange (the default use case of each
 * guide, and at a closing exchange every use case).
 *
 * Input: the base path of the site. Throws where the content folder cannot be read.
 */
export async function unlistedPages(base: string): Promise<Set<string>> {
  const content = parseContent(await readContentFiles(contentFolder()));
  const { exchanges, useCases, redirects } = content;
  const all = (useCases?.value ?? []).map((useCase) => useCase.id);
  const second = exchanges.flatMap(({ slug, facts, guide }) => {
    const closing = (facts?.value?.status.state ?? 'active') !== 'active';
    const same = closing ? all : [guide?.value?.defaultUseCase ?? ''];
    return same.map((id) => paths.guide(slug, id));
  });
  const pages = pagesAmong(presentPermalinks(outlineOf(content)));
  const embedded = pages.filter((page) => page.startsWith(paths.embed) && page !== paths.embed);
  const leading = pageWays(redirects?.value ?? [], pages);
  return new Set(
    [...second, ...embedded, ...leading.map(({ from }) => from)].map((path) =>
      withBase(path, base),
    ),
  );
}
