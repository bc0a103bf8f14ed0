import type { APIRoute, GetStaticPaths } from 'astro';
import { allPartnerPages } from '../../../../content.ts';
import { t } from '../../../../i18n/index.ts';
import { planOf } from '../../../../programs.ts';
import { readSiteConfig } from '../../../../site-config.ts';
import { languageIds, languages } from '../../../../signing/languages.ts';
import { testProgram } from '../../../../signing/programs.ts';

const { origin, base } = readSiteConfig(process.env);

/** The test programs for the clients of a partner: `/for/acme/gate/test-key.sh`. */
export const getStaticPaths = (async () =>
  (await allPartnerPages()).flatMap(({ page }) => {
    const plan = planOf(page, { origin, base });
    return languageIds.flatMap((language) => {
      const program = plan && testProgram(plan, language, t.program);
      if (program === undefined) return [];
      return {
        params: {
          partner: page.partner.partner.slug,
          exchange: page.exchange.slug,
          program: languages[language].file,
        },
        props: { program },
      };
    });
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ program: string }> = ({ props }) =>
  new Response(props.program, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
