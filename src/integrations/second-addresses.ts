import { parseContent } from '../check/content.ts';
import { contentFolder } from '../check/content-folder.ts';
import { readContentFiles } from '../check/content-files.ts';
import { paths, withBase } from '../model/urls.ts';

/**
 * Paths of the pages that say the same as the page of their exchange: the default use
 * case of each guide, and at a closing exchange every use case. Search engines need
 * only the first of the two.
 *
 * Input: the base path of the site. Throws where the content folder cannot be read.
 */
export async function secondAddresses(base: string): Promise<Set<string>> {
  const { exchanges, useCases } = parseContent(await readContentFiles(contentFolder()));
  const all = (useCases?.value ?? []).map((useCase) => useCase.id);
  return new Set(
    exchanges.flatMap(({ slug, facts, guide }) => {
      const closing = (facts?.value?.status.state ?? 'active') !== 'active';
      const same = closing ? all : [guide?.value?.defaultUseCase ?? ''];
      return same.map((id) => withBase(paths.guide(slug, id), base));
    }),
  );
}
