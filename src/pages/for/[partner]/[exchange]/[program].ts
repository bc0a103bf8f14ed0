import type { APIRoute, GetStaticPaths } from 'astro';
import { allPartnerPages } from '../../../../content/site-content.ts';
import { writtenPrograms } from '../../../../programs/offered.ts';
import { readSiteConfig } from '../../../../site/config.ts';

const site = readSiteConfig(process.env);

/** The test programs for the clients of a partner: `/for/acme/gate/test-key.sh`. */
export const getStaticPaths = (async () =>
  (await allPartnerPages()).flatMap(({ page }) =>
    writtenPrograms(page, site).map(({ file, program }) => ({
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
