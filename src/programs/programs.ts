import type { ProgramText } from '../i18n/index.ts';
import { renderJavaScript } from './javascript/render.ts';
import type { LanguageId } from './languages.ts';
import { type ProgramData, programData } from './program-data.ts';
import { renderPython } from './python/render.ts';
import { renderShell } from './sh/render.ts';
import type { TestPlan } from './test-plan.ts';

const renderers: Record<LanguageId, (data: ProgramData) => string> = {
  sh: renderShell,
  python: renderPython,
  javascript: renderJavaScript,
};

/**
 * The test program of a plan in one language.
 *
 * Input: the plan, the language and the words. Output: the program, or undefined where the
 * language cannot sign so without a library of others (see {@link canSign}). Throws where the
 * plan holds a name that has no business in a program (see `checkedPlan`).
 */
export function testProgram(
  plan: TestPlan,
  language: LanguageId,
  text: ProgramText,
): string | undefined {
  return canSign(plan, language) ? renderers[language](programData(plan, text)) : undefined;
}

/**
 * Whether a language can make the signatures of a plan with what comes with it. Python's
 * standard library has hashes and HMAC, but no signatures with private keys
 * (https://docs.python.org/3/library/crypto.html).
 */
export function canSign(plan: Pick<TestPlan, 'values'>, language: LanguageId): boolean {
  return language !== 'python' || !plan.values.some(({ make }) => make === 'signature');
}
