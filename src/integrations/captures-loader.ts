import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentFolder } from '../content/content-folder.ts';
import { isPublished } from '../content/layout.ts';
import { forgetContent, loadContent } from '../content/load.ts';

/**
 * Gives Astro the pictures that guides name, by exchange, so that it scales them. A guide
 * without pictures has no entry.
 */
export function capturesLoader(): Loader {
  return {
    name: 'captures',
    load: async (context) => {
      await loadCaptures(context);
      context.watcher?.on('change', (file) => {
        if (!file.startsWith(contentFolder())) return;
        forgetContent();
        void loadCaptures(context);
      });
    },
  };
}

async function loadCaptures({ store, parseData, config }: LoaderContext): Promise<void> {
  store.clear();
  const { exchanges } = await loadContent();
  for (const { slug, guide } of exchanges) {
    const captures = guide?.value?.captures ?? [];
    if (guide === undefined || !isPublished(slug) || captures.length === 0) continue;
    const file = path.join(contentFolder(), guide.path);
    const data = await parseData({
      id: slug,
      data: {
        captures: captures.map((capture) => ({ screen: capture.screen, file: capture.file })),
      },
      filePath: file,
    });
    // Astro keeps paths below the root of the project.
    const filePath = path.relative(fileURLToPath(config.root), file).split(path.sep).join('/');
    store.set({ id: slug, data, filePath });
  }
}
