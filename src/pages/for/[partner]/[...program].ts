import type { APIRoute, GetStaticPaths } from 'astro';
import { partnerPageAt, routesOfKind, siteContent } from '../../../content/site-content.ts';
import { dictionaryOf, mainLanguage } from '../../../i18n/index.ts';
import { writtenPrograms } from '../../../programs/offered.ts';
import { paths } from '../../../site/urls.ts';
import { readSiteConfig } from '../../../site/config.ts';

const config = readSiteConfig(process.env);
const text = dictionaryOf(mainLanguage).program;

/** The test programs for the clients of a partner: `/for/acme/gate/test-key.sh`. */
export const getStaticPaths = (async () => {
  const site = await siteContent();
  return (await routesOfKind('partner-guide')).flatMap((route) =>
    writtenPrograms(partnerPageAt(site, route.path), config, text).map(({ file, program }) => ({
      params: {
        partner: route.partner,
        program: route.path.slice(paths.partner(route.partner).length) + file,
      },
      props: { program },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ program: string }> = ({ props }) =>
  new Response(props.program, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
