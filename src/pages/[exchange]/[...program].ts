import type { APIRoute, GetStaticPaths } from 'astro';
import { guidePageAt, routesOfKind, siteContent } from '../../content/site-content.ts';
import { dictionaryOf, mainLanguage } from '../../i18n/index.ts';
import { writtenPrograms } from '../../programs/offered.ts';
import { paths } from '../../site/urls.ts';
import { readSiteConfig } from '../../site/config.ts';

const config = readSiteConfig(process.env);
const text = dictionaryOf(mainLanguage).program;

/**
 * The test programs: `/gate/spot-trading/test-key.sh`, and `/gate/test-key.sh` for the
 * default use case.
 */
export const getStaticPaths = (async () => {
  const site = await siteContent();
  return (await routesOfKind('guide')).flatMap((route) =>
    writtenPrograms(guidePageAt(site, route.path), config, text).map(({ file, program }) => ({
      params: {
        exchange: route.exchange,
        program: route.path.slice(paths.exchange(route.exchange).length) + file,
      },
      props: { program },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ program: string }> = ({ props }) =>
  new Response(props.program, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
