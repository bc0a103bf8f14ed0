import type { ProgramText } from '../i18n/index.ts';
import { plainText } from './plain-text.ts';
import { anyOf, isPrivateKey } from './recipe.ts';
import { pathPattern } from './answer-paths.ts';
import {
  type CheckedPlan,
  checkedPlan,
  type PlannedTest,
  type Saying,
  type TestPlan,
} from './test-plan.ts';

/** Words that the interpreter of every language may use by itself. */
export const runtimeWords = [
  'arguments',
  'asking',
  'badBase',
  'badNumber',
  'cannotSign',
  'certificate',
  'clock',
  'clockAhead',
  'clockBehind',
  'clockRight',
  'empty',
  'hidden',
  'lineInside',
  'no',
  'needsTool',
  'noAnswer',
  'noJson',
  'number',
  'pasted',
  'proxy',
  'readMore',
  'redirected',
  'refused',
  'rightsHidden',
  'same',
  'spaceAtEnd',
  'spacesRemoved',
  'strangeAnswer',
  'strangeInside',
  'swapped',
  'trouble',
  'unknownError',
  'untold',
  'whichSite',
  'wrongSecret',
] as const satisfies readonly (keyof ProgramText)[];

export type RuntimeWord = (typeof runtimeWords)[number];

/** A test as programs have it: a pattern that POSIX, Python and JavaScript read alike. */
export interface DataTest {
  readonly pattern: string;
  readonly test: PlannedTest['test'];
  readonly names: readonly string[];
}

/** Where something is said where all tests hold. */
export interface DataRule {
  readonly when: readonly DataTest[];
  /** What is said is in parts, between which stands what was found. */
  readonly tells: readonly { readonly where: string; readonly parts: readonly string[] }[];
}

/** A plan with its words: what each language writes down, string by string, in its own form. */
export interface ProgramData {
  readonly plan: CheckedPlan;
  /** The question that the program answers. */
  readonly about: string;
  /** A word of the interpreter; "%s" in it stands for what it fills in. */
  readonly word: (name: RuntimeWord) => string;
  readonly requests: readonly (Pick<
    CheckedPlan['requests'][number],
    'method' | 'path' | 'prefix' | 'judged' | 'needed'
  > & { readonly good: readonly DataTest[] })[];
  readonly rows: readonly {
    readonly row: string;
    readonly label: string;
    readonly start: string;
  }[];
  readonly rules: readonly DataRule[];
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly end: { readonly status: number; readonly last: string } | undefined;
    /** What stands before its lines, where they stand in one; else empty. */
    readonly before: string;
  }[];
  readonly errors: readonly (Pick<
    CheckedPlan['errors'][number],
    'texts' | 'codes' | 'http' | 'elsewhere' | 'anchor'
  > & {
    /** One cause, or a list with one cause a line. */
    readonly why: string;
  })[];
}

/**
 * The data of a program.
 *
 * Input: the plan and the words. Output: the data, of which every string is plain text or a
 * checked name. Throws as {@link checkedPlan} does.
 */
export function programData(plan: TestPlan, text: ProgramText): ProgramData {
  const checked = checkedPlan(plan);
  const { rows, rules, outcomes } = checked.judgement;
  return {
    plan: { ...checked, credentials: checked.credentials.map((one) => withForm(one, checked)) },
    about: plainText(text.about(checked)),
    word: (name) => plainText(name === 'hidden' ? text.hidden('%s') : text[name]),
    requests: checked.requests.map((request) => ({
      ...request,
      good: request.good.map(dataTest),
    })),
    rows: rows.map(({ row, says }) => ({
      row,
      label: plainText(text[row]),
      start: sayingParts(says, text).join(''),
    })),
    rules: rules.reduce<DataRule[]>((before, { when, where, says }) => {
      const tests = when.map(dataTest);
      const tell = { where, parts: sayingParts(says, text) };
      const last = before.at(-1);
      // Neighbours that look for the same look for it once.
      return last !== undefined && JSON.stringify(last.when) === JSON.stringify(tests)
        ? [...before.slice(0, -1), { when: tests, tells: [...last.tells, tell] }]
        : [...before, { when: tests, tells: [tell] }];
    }, []),
    outcomes: outcomes.map(({ outcome, end, before }) => ({
      outcome,
      before: before === undefined ? '' : sayingParts(before, text).join(''),
      end: end && { status: end.status, last: sayingParts(end.says, text).join('') },
    })),
    errors: checked.errors.map(({ causes, swapped, ...signs }) => {
      const all = swapped ? [...causes, plainText(text.swappedCause)] : causes;
      return {
        ...signs,
        why: all.length === 1 ? all.join('') : all.map((cause) => `- ${cause}`).join('\n'),
      };
    }),
  };
}

/** A private key has a form that everybody knows, whatever else is documented. */
function withForm(
  credential: CheckedPlan['credentials'][number],
  { secret }: CheckedPlan,
): CheckedPlan['credentials'][number] {
  if (credential.variable !== 'secret' || !isPrivateKey(secret)) return credential;
  const forms = [credential.form, '^-----BEGIN'].filter((form) => form !== '');
  return { ...credential, form: anyOf(forms) };
}

function dataTest({ path, test, names }: PlannedTest): DataTest {
  // The name of this test is a path too.
  return {
    pattern: pathPattern(path),
    test,
    names: test === 'items' ? names.map(pathPattern) : names,
  };
}

/** Stands for a value in a sentence; no plain text holds it. */
const mark = '\u{1}';

/**
 * What a judgement says, in parts, between which stands what a test found. Values of the plan
 * are filled in, and never looked through for holes.
 *
 * Input: what is said, and the words. Output: one part or more; joined with what was found,
 * they are the text.
 */
export function sayingParts({ word, values = [] }: Saying, text: ProgramText): string[] {
  const value = values.join(', ');
  switch (word) {
    case 'found':
      return ['', ''];
    case 'item':
      return [plainText(value)];
    case 'proved':
      return [plainText(text.proved(values))];
    case 'unboundPartner':
      return [plainText(text.unboundPartner(value))];
    case 'foreignAddress':
    case 'missingAddress':
      return text[word](mark)
        .split('%s')
        .map((part) => part.split(mark).map(plainText).join(value));
    default: {
      const parts = text[word].split('%s').map(plainText);
      return values.length === 0 ? parts : [parts.join(value)];
    }
  }
}
