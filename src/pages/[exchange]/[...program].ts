import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { allGuidePages } from '../../content/site-content.ts';
import { offeredPrograms, planOf } from '../../programs/offered.ts';
import { testProgram } from '../../programs/programs.ts';
import { readSiteConfig } from '../../site/config.ts';

const site = readSiteConfig(process.env);

/**
 * The test programs: `/gate/spot-trading/test-key.sh`, and `/gate/test-key.sh` for the
 * default use case.
 */
export const getStaticPaths = (async () =>
  (await allGuidePages()).flatMap(({ page }) => {
    const { exchange, guide, useCase } = page;
    const folders = [`${useCase.id}/`, ...(useCase.id === guide.defaultUseCase ? [''] : [])];
    const plan = planOf(page, site);
    if (plan === undefined) return [];
    return offeredPrograms(page, plan)
      .filter(({ path }) => path !== undefined)
      .flatMap(({ file, language }) =>
        folders.map((folder) => ({
          params: { exchange: exchange.slug, program: `${folder}${file}` },
          props: { plan, language },
        })),
      );
  })) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, locals }) =>
  new Response(testProgram(props.plan, props.language, locals.t.program), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
