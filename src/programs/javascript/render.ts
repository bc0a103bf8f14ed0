import { type DataTest, type ProgramData, runtimeWords } from '../program-data.ts';
import { keepsSpaces } from '../recipe.ts';
import { neededBlocks, runtimeOf, withSections } from '../runtime.ts';
import { javaScriptQuote as quote } from './quote.ts';
import { javaScriptRecipe } from './recipe.ts';

/**
 * The test program in JavaScript for Node.js 18 or newer, with built-in modules only.
 *
 * Input: the data of the program. Output: the program.
 */
export function renderJavaScript(data: ProgramData): string {
  const { plan } = data;
  const runtime = runtimeOf('javascript/runtime.mjs', neededBlocks(plan));
  const words = runtimeWords.filter((name) => new RegExp(`\\bwords\\.${name}\\b`).test(runtime));
  return withSections(runtime, {
    recipe: javaScriptRecipe(plan),
    data: [
      `const about = ${quote(data.about)};`,
      `const page = ${quote(plan.page)};`,
      `const baseVariable = ${quote(plan.baseVariable)};`,
      `const secretForm = ${quote(plan.secret)};`,
      `const tolerance = ${plan.tolerance};`,
      '',
      'const words = {',
      ...words.map((name) => `  ${name}: ${quote(data.word(name))},`),
      '};',
      '',
      ...table(
        'places',
        ['Where the account is, address of the API.'],
        plan.places.map(({ label, base }) => list([label, base])),
      ),
      ...table(
        'credentials',
        [
          'Name here, label, environment variable, whether it is a word or a line, the form that it has.',
        ],
        plan.credentials.map(({ variable, label, environment, form }) =>
          list([variable, label, environment, keepsSpaces(variable) ? 'line' : 'word', form]),
        ),
      ),
      ...table(
        'requests',
        [
          'Method, path, what stands before it; what follows where it fails; whether it is judged; what a',
          'good answer holds.',
        ],
        data.requests.map(
          ({ method, path, prefix, good, judged, needed }) =>
            `[${[method, path, prefix, needed ? 'refused' : 'look'].map(quote).join(', ')}, ${String(judged)}, [${good.map(test).join(', ')}]]`,
        ),
      ),
      ...table(
        'rows',
        ['Name, label, what stands there before the rules are looked at.'],
        data.rows.map(({ row, label, start }) => list([row, label, start])),
      ),
      ...table(
        'rules',
        ['Tests on the last answer; row or outcome, each with what is said around what was found.'],
        data.rules.map(
          ({ when, tells }) =>
            `[${[
              `[${when.map(test).join(', ')}]`,
              ...tells.map(({ where, parts }) => list([where, ...parts])),
            ].join(', ')}]`,
        ),
      ),
      ...table(
        'outcomes',
        [
          'Name, exit status, last line; the first that was met decides. What stands before the lines of',
          'one, where they stand in one line.',
        ],
        data.outcomes.map(({ outcome, end, before }) => {
          const [status, last] =
            end === undefined ? ['undefined', quote('')] : [end.status, quote(end.last)];
          const more = before === '' ? '' : `, ${quote(before)}`;
          return end === undefined && more === ''
            ? list([outcome])
            : `[${quote(outcome)}, ${status}, ${last}${more}]`;
        }),
      ),
      ...table(
        'errors',
        [
          'Texts of the answer in which "…" stands for anything, codes, statuses; outcome; place on the',
          'page, and why it happens.',
        ],
        data.errors.map(
          ({ texts, codes, http, elsewhere, anchor, why }) =>
            `[\n    ${list(texts)}, ${list(codes)}, [${http.join(', ')}], ${quote(elsewhere ? 'elsewhere' : 'refused')}, ${quote(anchor)},\n    ${lines(why)},\n  ]`,
        ),
      ),
    ]
      .join('\n')
      .trimEnd(),
  });
}

function table(name: string, comment: readonly string[], rows: readonly string[]): string[] {
  return [
    ...comment.map((line) => `// ${line}`),
    ...(rows.length === 0
      ? [`const ${name} = [];`]
      : [`const ${name} = [`, ...rows.map((row) => `  ${row},`), '];']),
    '',
  ];
}

function list(texts: readonly string[]): string {
  return `[${texts.map(quote).join(', ')}]`;
}

function test({ pattern, test: kind, names }: DataTest): string {
  return list([pattern, kind, ...names]);
}

/** A text with each of its lines in a line of its own. */
function lines(text: string): string {
  return text
    .split(/(?<=\n)/)
    .map((line) => quote(line))
    .join(' +\n    ');
}
