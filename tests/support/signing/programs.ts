import { en } from '../../../src/i18n/en/index.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import { type LanguageId, languageIds } from '../../../src/programs/languages.ts';
import { testPlan, type TestPlan } from '../../../src/programs/plan.ts';
import { testProgram } from '../../../src/programs/programs.ts';
import { realContent, realExchanges } from '../content.ts';

/** Address of the page that the programs of tests name. */
export const programPage = 'https://guides.example/page/';

/** A program of a real exchange and use case. */
export interface RealProgram {
  /** Exchange and use case. */
  readonly name: string;
  readonly plan: TestPlan;
  readonly source: string;
}

/** Every program of one language: all exchanges, all use cases. */
export async function realPrograms(language: LanguageId): Promise<RealProgram[]> {
  const { useCases } = await realContent();
  return (await realExchanges()).flatMap((exchange) =>
    (useCases?.value ?? []).flatMap((useCase) => {
      const settings = permissionSettings(exchange.permissions, useCase);
      const plan = testPlan(exchange, settings, programPage);
      const source = plan && testProgram(plan, language, en.program);
      return plan === undefined || source === undefined
        ? []
        : [{ name: `${exchange.slug} ${useCase.id}`, plan, source }];
    }),
  );
}

/** The program of a made-up plan. Throws where the language cannot sign for it. */
export function programOf(plan: TestPlan, language: LanguageId): string {
  const source = testProgram(plan, language, en.program);
  if (source === undefined) throw new Error(`No program in ${language}.`);
  return source;
}

/** All languages, each with what runs its programs first of all. */
export const firstRunners = languageIds.map((language) => ({
  language,
  runner: { sh: 'dash', python: 'python3', javascript: 'node' }[language],
}));
