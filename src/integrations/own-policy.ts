import { glob, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { withOwnPolicy } from '../site/content-policy.ts';

/** Leaves in the policy of each built page the hashes of its own scripts and styles. */
export function ownPolicy(): AstroIntegration {
  return {
    name: 'own-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for await (const name of glob('**/*.html', { cwd: folder })) {
          const file = path.join(folder, name);
          await writeFile(file, withOwnPolicy(await readFile(file, 'utf8')));
        }
      },
    },
  };
}
