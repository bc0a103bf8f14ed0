import type { APIRoute, GetStaticPaths } from 'astro';
import { allPartnerPages } from '../../../../content/site-content.ts';
import { dictionaryOf, mainLanguage } from '../../../../i18n/index.ts';
import { writtenPrograms } from '../../../../programs/offered.ts';
import { readSiteConfig } from '../../../../site/config.ts';

const site = readSiteConfig(process.env);
const text = dictionaryOf(mainLanguage).program;

/** The test programs for the clients of a partner: `/for/acme/gate/test-key.sh`. */
export const getStaticPaths = (async () =>
  (await allPartnerPages()).flatMap(({ page }) =>
    writtenPrograms(page, site, text).map(({ file, program }) => ({
      params: {
        partner: page.partner.partner.slug,
        exchange: page.exchange.slug,
        program: file,
      },
      props: { program },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ program: string }> = ({ props }) =>
  new Response(props.program, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
