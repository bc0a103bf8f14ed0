import type { APIRoute, GetStaticPaths } from 'astro';
import { allGuidePages } from '../../content.ts';
import { t } from '../../i18n/index.ts';
import { planOf } from '../../programs.ts';
import { readSiteConfig } from '../../site-config.ts';
import { languageIds, languages } from '../../signing/languages.ts';
import { testProgram } from '../../signing/programs.ts';

const { origin, base } = readSiteConfig(process.env);

/**
 * The test programs: `/gate/spot-trading/test-key.sh`, and `/gate/test-key.sh` for the
 * default use case.
 */
export const getStaticPaths = (async () =>
  (await allGuidePages()).flatMap(({ page }) => {
    const plan = planOf(page, { origin, base });
    if (plan === undefined) return [];
    const { exchange, guide, useCase } = page;
    const folders = [useCase.id, ...(useCase.id === guide.defaultUseCase ? [undefined] : [])];
    return languageIds.flatMap((language) => {
      const program = testProgram(plan, language, t.program);
      if (program === undefined) return [];
      return folders.map((folder) => ({
        params: {
          exchange: exchange.slug,
          program: [folder, languages[language].file].filter(Boolean).join('/'),
        },
        props: { program },
      }));
    });
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ program: string }> = ({ props }) =>
  new Response(props.program, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
