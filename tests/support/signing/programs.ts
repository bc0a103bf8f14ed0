import { en } from '../../../src/i18n/en/index.ts';
import { permissionSettings } from '../../../src/derive/permission-settings.ts';
import type { LanguageId } from '../../../src/programs/languages.ts';
import { testPlan, type TestPlan } from '../../../src/programs/plan.ts';
import { testProgram } from '../../../src/programs/programs.ts';
import type { Exchange } from '../../../src/schema/exchange.ts';
import { realContent, realExchanges } from '../content.ts';

/** Address of the page that the programs of tests name. */
export const programPage = 'https://guides.example/page/';

/** A plan of a real exchange and use case. */
export interface RealPlan {
  readonly exchange: Exchange;
  readonly useCaseId: string;
  /** Exchange and use case. */
  readonly name: string;
  readonly plan: TestPlan;
}

/** Every plan: all exchanges, all use cases. */
export async function realPlans(): Promise<RealPlan[]> {
  const { useCases } = await realContent();
  return (await realExchanges()).flatMap((exchange) =>
    (useCases?.value ?? []).flatMap((useCase) => {
      const settings = permissionSettings(exchange.permissions, useCase);
      const plan = testPlan(exchange, settings, programPage);
      const name = `${exchange.slug} ${useCase.id}`;
      return plan === undefined ? [] : [{ exchange, useCaseId: useCase.id, name, plan }];
    }),
  );
}

/** One plan of each exchange with a recipe: that of the first use case that it serves. */
export async function firstPlans(): Promise<RealPlan[]> {
  const byExchange = Map.groupBy(await realPlans(), ({ exchange }) => exchange.slug);
  return [...byExchange.values()].flatMap((plans) => plans.slice(0, 1));
}

/** A program of a real exchange and use case. */
export interface RealProgram extends RealPlan {
  readonly source: string;
}

/** Every program of one language: all exchanges, all use cases. */
export async function realPrograms(language: LanguageId): Promise<RealProgram[]> {
  return (await realPlans()).flatMap((real) => {
    const source = testProgram(real.plan, language, en.program);
    return source === undefined ? [] : [{ ...real, source }];
  });
}

/** The program of a plan. Throws where the language cannot sign for it. */
export function programOf(plan: TestPlan, language: LanguageId): string {
  const source = testProgram(plan, language, en.program);
  if (source === undefined) throw new Error(`No program in ${language}.`);
  return source;
}
