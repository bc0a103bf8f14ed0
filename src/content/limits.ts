import { rootFiles } from './layout.ts';

/** Most characters of a content file. The longest real guide has 20,000; this leaves room without letting a flood through. */
export const mostCharacters = 120_000;

/** Most characters of the list of permalinks, which grows by 5,000 with each exchange. */
const mostOfPermalinks = 2_000_000;

/** Most characters of one file. Input: its path below the content folder. */
export function charactersAllowed(path: string): number {
  return path === rootFiles.permalinks ? mostOfPermalinks : mostCharacters;
}
