import { permalinksOf } from '../model/permalinks.ts';
import type { Outline } from './outline.ts';

/** The file that lists what was published, below the content folder. */
export const permalinkFile = 'permalinks.txt';

/** The permalinks that the present content has; exchanges that cannot be read count as they are listed. */
export function presentPermalinks({ exchanges, ...others }: Outline): string[] {
  return permalinksOf({
    ...others,
    exchanges: exchanges.filter(({ slug }) => !slug.startsWith('_')),
  });
}

/** The lines of the list, with their numbers. Empty lines and lines that begin with "# " are for people. */
export function listedPermalinks(text: string): { line: number; permalink: string }[] {
  return text
    .split('\n')
    .map((permalink, index) => ({ line: index + 1, permalink: permalink.trim() }))
    .filter(({ permalink }) => permalink !== '' && !permalink.startsWith('# '));
}
