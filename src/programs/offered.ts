import type { ProgramText } from '../i18n/index.ts';
import type { GuidePage } from '../derive/guide-page.ts';
import { paths, withBase } from '../site/urls.ts';
import { type LanguageId, languageIds, languages } from './languages.ts';
import { type TestPlan, testPlan } from './plan.ts';
import { testProgram } from './programs.ts';

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
  const { exchange, settings, partner } = page;
  return testPlan(
    exchange,
    settings,
    absolute(pathOf(page), site),
    partner && {
      name: partner.partner.name,
      allowed: [
        ...new Set(
          [
            ...partner.keys.flatMap(({ addresses }) => addresses),
            ...partner.inForce.map(({ address }) => address),
          ].map(plainAddress),
        ),
      ],
      needed: partner.keys.length === 1 ? (partner.keys[0]?.addresses ?? []).map(plainAddress) : [],
    },
  );
}

/** The programs of a page, as files below its path; none where it has no plan. */
export function writtenPrograms(
  page: GuidePage,
  site: Site,
  text: ProgramText,
): { readonly file: string; readonly program: string }[] {
  const plan = planOf(page, site);
  return languageIds.flatMap((language) => {
    const program = plan && testProgram(plan, language, text);
    return program === undefined ? [] : [{ file: languages[language].file, program }];
  });
}

/** Path of the page that the program belongs to. */
function pathOf({ exchange, useCase, partner }: GuidePage): string {
  return partner === undefined
    ? paths.guide(exchange.slug, useCase.id)
    : paths.partnerGuide(partner.partner.slug, exchange.slug);
}

/** An address as programs compare it: in lower case, without the mask of a single one. */
function plainAddress(address: string): string {
  return address.toLowerCase().replace(/\/(?:32|128)$/, '');
}

/** Where the site is published. */
export interface Site {
  readonly origin: URL | string;
  readonly base: string;
}

/** The programs of a page, one for each language. */
export function offeredPrograms(
  page: GuidePage,
  plan: TestPlan,
  text: ProgramText,
): OfferedProgram[] {
  return languageIds.map((language) => {
    const { file } = languages[language];
    return {
      language,
      file,
      path: testProgram(plan, language, text) === undefined ? undefined : `${pathOf(page)}${file}`,
    };
  });
}

/** A path of the site as a whole address. */
export function absolute(path: string, { origin, base }: Site): string {
  return new URL(withBase(path, base), origin).href;
}
