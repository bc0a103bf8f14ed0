import type { AstroIntegration } from 'astro';
import { checkLoaded } from '../check/check.ts';
import { formatReport } from '../check/report.ts';
import { contentFolder } from '../content/content-folder.ts';
import { loadContent } from '../content/load.ts';

/**
 * Checks all content before the build and stops it with the whole report. Where text
 * recognition is not installed, pictures that were not read before are reported as warnings,
 * and as errors in CI.
 */
export function checkBeforeBuild(): AstroIntegration {
  return {
    name: 'check-before-build',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'build') return;
        const content = await loadContent();
        const problems = await checkLoaded(content, contentFolder(), {
          // Text recognition is a development dependency, which hosts may leave out; where
          // contributions are judged, it is there.
          unreadIs: process.env['CI'] === undefined ? 'warning' : 'error',
        });
        const report = formatReport(problems, content.files.root, content.files.texts.size);
        if (problems.some(({ severity }) => severity === 'error'))
          throw new Error(`The content has problems, so nothing is built.\n${report}`);
        logger.info(report);
      },
    },
  };
}
