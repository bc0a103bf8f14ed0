import path from 'node:path/posix';
import type { ContentFiles } from '../../content/content-files.ts';

/** Files that systems put into every folder that is looked at; they are not published. */
export const leftBySystems = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Paths of all files in folders "captures", with the folder of the exchange. */
export function captureFilesOf(files: ContentFiles): { file: string; slug: string }[] {
  return [...files.others, ...files.texts.keys()].toSorted().flatMap((file) => {
    const slug = /^exchanges\/([^/]+)\/captures\//.exec(file)?.[1];
    return slug === undefined || leftBySystems.has(path.basename(file)) ? [] : [{ file, slug }];
  });
}
