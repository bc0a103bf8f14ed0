import { t } from './i18n/index.ts';
import type { GuidePage } from './model/guide-page.ts';
import { paths, withBase } from './model/urls.ts';
import { type LanguageId, languageIds, languages } from './signing/languages.ts';
import { type TestPlan, testPlan } from './signing/plan.ts';
import { testProgram } from './signing/programs.ts';

/** A test program as a page offers it. */
export interface OfferedProgram {
  readonly language: LanguageId;
  readonly file: string;
  /** Path below the base; undefined where the language cannot sign so. */
  readonly path: string | undefined;
}

/**
 * The plan of the test program of a guide page.
 *
 * Input: the page, and the address of the site with its base path. Output: the plan;
 * undefined where the page creates no key or the exchange has no recipe.
 */
export function planOf(page: GuidePage, site: Site): TestPlan | undefined {
  if (page.mode !== 'create') return undefined;
  const { exchange, settings, useCase } = page;
  return testPlan(exchange, settings, absolute(paths.guide(exchange.slug, useCase.id), site));
}

/** Where the site is published. */
export interface Site {
  readonly origin: URL | string;
  readonly base: string;
}

/** The programs of a page, one for each language. */
export function offeredPrograms(page: GuidePage, plan: TestPlan): OfferedProgram[] {
  return languageIds.map((language) => {
    const { file } = languages[language];
    return {
      language,
      file,
      path:
        testProgram(plan, language, t.program) === undefined
          ? undefined
          : `${paths.guide(page.exchange.slug, page.useCase.id)}${file}`,
    };
  });
}

/** A path of the site as a whole address. */
export function absolute(path: string, { origin, base }: Site): string {
  return new URL(withBase(path, base), origin).href;
}
