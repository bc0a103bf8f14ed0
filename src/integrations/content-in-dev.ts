import type { AstroIntegration } from 'astro';
import { contentFolder } from '../content/content-folder.ts';
import { forgetContent } from '../content/load.ts';

/** While the site is served for editing: reads the content anew when a file of it changes. */
export function contentInDev(): AstroIntegration {
  return {
    name: 'content-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = contentFolder();
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(folder)) return;
          forgetContent();
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
