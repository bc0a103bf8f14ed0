import type { APIRoute, GetStaticPaths } from 'astro';
import { allGuidePages } from '../../content/site-content.ts';
import { dictionaryOf, mainLanguage } from '../../i18n/index.ts';
import { writtenPrograms } from '../../programs/offered.ts';
import { readSiteConfig } from '../../site/config.ts';

const site = readSiteConfig(process.env);
const text = dictionaryOf(mainLanguage).program;

/**
 * The test programs: `/gate/spot-trading/test-key.sh`, and `/gate/test-key.sh` for the
 * default use case.
 */
export const getStaticPaths = (async () =>
  (await allGuidePages()).flatMap(({ page }) => {
    const { exchange, guide, useCase } = page;
    const folders = [`${useCase.id}/`, ...(useCase.id === guide.defaultUseCase ? [''] : [])];
    return writtenPrograms(page, site, text).flatMap(({ file, program }) =>
      folders.map((folder) => ({
        params: { exchange: exchange.slug, program: `${folder}${file}` },
        props: { program },
      })),
    );
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ program: string }> = ({ props }) =>
  new Response(props.program, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
