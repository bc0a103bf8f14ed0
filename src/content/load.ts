import { type Content, parseContent } from './content.ts';
import { contentFolder } from './content-folder.ts';
import { readContentFiles } from './content-files.ts';

/**
 * The content of this process, read once: the check before a build, the pages and the
 * files for hosts all work from one reading. Astro runs pages from a bundle that has its
 * own copy of this module, so what they share hangs on the global object.
 */

const key = Symbol.for('exchange-setup-guides.content');

interface Shared {
  [key]?: Promise<Content> | undefined;
}

const shared: Shared & typeof globalThis = globalThis;

/** The content, read when it is first asked for. Throws where the folder cannot be read. */
export function loadContent(): Promise<Content> {
  const content =
    shared[key] ?? readContentFiles(contentFolder()).then((files) => parseContent(files));
  shared[key] = content;
  return content;
}

/** Makes the next call read the folder again, because something in it has changed. */
export function forgetContent(): void {
  shared[key] = undefined;
}
