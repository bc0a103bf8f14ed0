import type { ProgramText } from '../i18n/index.ts';
import type { GuidePage } from '../derive/guide-page.ts';
import { withBase } from '../site/urls.ts';
import { type LanguageId, languageIds, languages } from './languages.ts';
import { type TestPlan, testPlan } from './plan.ts';
import { canSign, testProgram } from './programs.ts';

/** A test program as a page offers it. */
export interface OfferedProgram {
  readonly language: LanguageId;
  readonly file: string;
  /** Path below the base; undefined where the language cannot sign so. */
  readonly path: string | undefined;
}

/** What programs need to know of a guide page. */
export type ProgramPage = Pick<
  GuidePage,
  'path' | 'site' | 'exchange' | 'settings' | 'mode' | 'partner'
>;

/** Where the site is published. */
export interface Site {
  readonly origin: URL | string;
  readonly base: string;
}

/** Plans of pages by address: components and files of a page share one. */
const plans = new WeakMap<ProgramPage, Map<string, TestPlan | undefined>>();

/**
 * The plan of the test program of a guide page, made once.
 *
 * Input: the page, and the address of the site with its base path. Output: the plan;
 * undefined where the page creates no key, the exchange has no recipe, or the recipe has no
 * request for the use case.
 */
export function planOf(page: ProgramPage, site: Site): TestPlan | undefined {
  const address = absolute(page.path, site);
  const known = plans.get(page) ?? new Map<string, TestPlan | undefined>();
  plans.set(page, known);
  if (!known.has(address)) known.set(address, newPlanOf(page, address));
  return known.get(address);
}

function newPlanOf(page: ProgramPage, address: string): TestPlan | undefined {
  if (page.mode !== 'create') return undefined;
  const { exchange, settings, partner } = page;
  return testPlan(
    exchange,
    settings,
    address,
    partner && {
      name: partner.partner.name,
      allowed: [
        ...new Set(
          [...partner.key.addresses, ...partner.inForce.map((entry) => entry.address)].map(
            plainAddress,
          ),
        ),
      ],
      needed: partner.key.addresses.map(plainAddress),
    },
    page.site.id,
  );
}

/**
 * The programs of a page, as files below its path; none where it has no plan.
 *
 * Input: the page, where the site is published, and the words of programs.
 */
export function writtenPrograms(
  page: ProgramPage,
  site: Site,
  text: ProgramText,
): { readonly file: string; readonly program: string }[] {
  const plan = planOf(page, site);
  return languageIds.flatMap((language) => {
    const program = plan && testProgram(plan, language, text);
    return program === undefined ? [] : [{ file: languages[language].file, program }];
  });
}

/** An address as programs compare it: in lower case, without the mask of a single one. */
function plainAddress(address: string): string {
  return address.toLowerCase().replace(/\/(?:32|128)$/, '');
}

/** The programs of a page, one for each language. */
export function offeredPrograms(page: ProgramPage, plan: TestPlan): OfferedProgram[] {
  return languageIds.map((language) => {
    const { file } = languages[language];
    return {
      language,
      file,
      path: canSign(plan, language) ? `${page.path}${file}` : undefined,
    };
  });
}

/** A path of the site as a whole address. */
export function absolute(path: string, { origin, base }: Site): string {
  return new URL(withBase(path, base), origin).href;
}
