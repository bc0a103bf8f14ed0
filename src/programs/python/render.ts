import { type DataTest, type ProgramData, runtimeWords } from '../program-data.ts';
import { keepsSpaces } from '../recipe.ts';
import { neededBlocks, runtimeOf, withSections } from '../runtime.ts';
import { pythonQuote as quote } from './quote.ts';
import { pythonRecipe } from './recipe.ts';

/**
 * The test program in Python 3.9 or newer, with the standard library only.
 *
 * Input: the data of the program. Output: the program. Throws for signatures with private
 * keys: see `canSign` in programs.ts.
 */
export function renderPython(data: ProgramData): string {
  const { plan } = data;
  const runtime = runtimeOf('python/runtime.py', neededBlocks(plan));
  const words = runtimeWords.filter((name) =>
    new RegExp(`\\bWORDS\\[["']${name}["']\\]|\\bfill\\(["']${name}["']`).test(runtime),
  );
  return withSections(runtime, {
    recipe: pythonRecipe(plan),
    data: [
      `ABOUT = ${quote(data.about)}`,
      `PAGE = ${quote(plan.page)}`,
      `BASE_VARIABLE = ${quote(plan.baseVariable)}`,
      ...(runtime.includes('SECRET_FORM') ? [`SECRET_FORM = ${quote(plan.secret)}`] : []),
      `TOLERANCE = ${plan.tolerance}`,
      '',
      'WORDS = {',
      ...words.map((name) => `    ${quote(name)}: ${quote(data.word(name))},`),
      '}',
      '',
      ...table(
        'PLACES',
        ['Where the account is, address of the API.'],
        plan.places.map(({ label, base }) => tuple([label, base])),
      ),
      ...table(
        'CREDENTIALS',
        [
          'Name here, label, environment variable, whether it is a word or a line, the form that it has.',
        ],
        plan.credentials.map(({ variable, label, environment, form }) =>
          tuple([variable, label, environment, keepsSpaces(variable) ? 'line' : 'word', form]),
        ),
      ),
      ...table(
        'REQUESTS',
        [
          'Method, path, what stands before it; what follows where it fails; whether it is judged; what a',
          'good answer holds.',
        ],
        data.requests.map(
          ({ method, path, prefix, good, judged, needed }) =>
            `(${[method, path, prefix, needed ? 'refused' : 'look'].map(quote).join(', ')}, ${judged ? 'True' : 'False'}, [${good.map(test).join(', ')}])`,
        ),
      ),
      ...table(
        'ROWS',
        ['Name, label, what stands there before the rules are looked at.'],
        data.rows.map(({ row, label, start }) => tuple([row, label, start])),
      ),
      ...table(
        'RULES',
        ['Tests on the last answer; row or outcome, each with what is said around what was found.'],
        data.rules.map(
          ({ when, tells }) =>
            `(${[
              `[${when.map(test).join(', ')}]`,
              ...tells.map(({ where, parts }) => tuple([where, ...parts])),
            ].join(', ')})`,
        ),
      ),
      ...table(
        'OUTCOMES',
        [
          'Name, exit status, last line; the first that was met decides. What stands before the lines of',
          'one, where they stand in one line.',
        ],
        data.outcomes.map(
          ({ outcome, end, before }) =>
            `(${quote(outcome)}, ${end?.status ?? 'None'}, ${quote(end?.last ?? '')}, ${quote(before)})`,
        ),
      ),
      ...table(
        'ERRORS',
        [
          'Texts of the answer in which "…" stands for anything, codes, statuses; outcome; place on the',
          'page, and why it happens.',
        ],
        data.errors.map(
          ({ texts, codes, http, elsewhere, anchor, why }) =>
            `(\n        ${list(texts)}, ${list(codes)}, [${http.join(', ')}], ${quote(elsewhere ? 'elsewhere' : 'refused')}, ${quote(anchor)},\n        ${lines(why)},\n    )`,
        ),
      ),
    ]
      .join('\n')
      .trimEnd(),
  });
}

function table(name: string, comment: readonly string[], rows: readonly string[]): string[] {
  return [
    ...comment.map((line) => `# ${line}`),
    ...(rows.length === 0
      ? [`${name} = []`]
      : [`${name} = [`, ...rows.map((row) => `    ${row},`), ']']),
    '',
  ];
}

function list(texts: readonly string[]): string {
  return `[${texts.map(quote).join(', ')}]`;
}

function tuple(texts: readonly string[]): string {
  return `(${texts.map(quote).join(', ')}${texts.length === 1 ? ',' : ''})`;
}

function test({ pattern, test: kind, names }: DataTest): string {
  return tuple([pattern, kind, ...names]);
}

/** A text with each of its lines in a line of its own. */
function lines(text: string): string {
  return text
    .split(/(?<=\n)/)
    .map((line) => quote(line))
    .join('\n        ');
}
