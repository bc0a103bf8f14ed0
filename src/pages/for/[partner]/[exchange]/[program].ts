import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { allPartnerPages } from '../../../../content/site-content.ts';
import { offeredPrograms, planOf } from '../../../../programs/offered.ts';
import { testProgram } from '../../../../programs/programs.ts';
import { readSiteConfig } from '../../../../site/config.ts';

const site = readSiteConfig(process.env);

/** The test programs for the clients of a partner: `/for/acme/gate/test-key.sh`. */
export const getStaticPaths = (async () =>
  (await allPartnerPages()).flatMap(({ page }) => {
    const plan = planOf(page, site);
    if (plan === undefined) return [];
    return offeredPrograms(page, plan)
      .filter(({ path }) => path !== undefined)
      .map(({ file, language }) => ({
        params: {
          partner: page.partner.partner.slug,
          exchange: page.exchange.slug,
          program: file,
        },
        props: { plan, language },
      }));
  })) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, locals }) =>
  new Response(testProgram(props.plan, props.language, locals.t.program), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
