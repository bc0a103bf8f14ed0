import type { AstroIntegration } from 'astro';
import { checkFolder } from '../check/check.ts';
import { contentFolder } from '../content/content-folder.ts';
import { formatReport } from '../check/report.ts';

/**
 * Checks all content before the build and stops it with the whole report. Where text
 * recognition is not installed, pictures that were not read before are reported as warnings.
 */
export function checkBeforeBuild(): AstroIntegration {
  return {
    name: 'check-before-build',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'build') return;
        const { files, problems } = await checkFolder(contentFolder(), {
          // Text recognition is a development dependency, which hosts may leave out.
          unreadIs: 'warning',
        });
        const report = formatReport(problems, files.root, files.texts.size);
        if (problems.some(({ severity }) => severity === 'error'))
          throw new Error(`The content has problems, so nothing is built.\n${report}`);
        logger.info(report);
      },
    },
  };
}
