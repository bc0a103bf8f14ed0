import { type DataTest, type ProgramData, runtimeWords } from '../program-data.ts';
import { keepsSpaces, underscored } from '../recipe.ts';
import { neededBlocks, runtimeOf, withSections } from '../runtime.ts';
import { shellQuote as quote } from './quote.ts';
import { shellRecipe } from './recipe.ts';

/**
 * The test program as a POSIX shell script that needs curl and openssl only. Credentials stay
 * out of the arguments of other programs, which everybody on the computer can read.
 *
 * Input: the data of the program. Output: the script.
 */
export function renderShell(data: ProgramData): string {
  const { plan } = data;
  const needed = neededBlocks(plan);
  const runtime = runtimeOf('sh/runtime.sh', needed);
  const recipe = shellRecipe(plan);
  const only = plan.places.length === 1 ? plan.places[0] : undefined;
  const words = runtimeWords.filter((name) =>
    new RegExp(`\\$text_${underscored(name)}\\b`).test(runtime + recipe),
  );
  return withSections(runtime, {
    recipe,
    data: [
      `about=${quote(data.about)}`,
      `page=${quote(plan.page)}`,
      `base_variable=${plan.baseVariable}`,
      `base=\${${plan.baseVariable}:-${only === undefined ? '' : quote(only.base)}}`,
      `bases=${quote(plan.places.map(({ base }) => base).join(' '))}`,
      `secret_form=${plan.secret}`,
      `tolerance=${plan.tolerance}`,
      '',
      ...words.map((name) => `text_${underscored(name)}=${quote(data.word(name))}`),
      '',
      ...(only === undefined
        ? body(
            'places',
            'where the account is, address of the API',
            plan.places.map(({ label, base }) => `place ${quote(label)} ${quote(base)}`),
          )
        : []),
      ...body(
        'credentials',
        'label, what the environment holds of it',
        plan.credentials.flatMap(({ variable, label, environment }) => [
          `${keepsSpaces(variable) ? 'ask_line' : 'ask'} ${quote(label)} "\${${environment}:-}"`,
          `${variable}=$answer`,
          `unset ${environment}`,
        ]),
      ),
      ...body('repeats', 'whether a text holds what was typed', [
        `case $(as_shown "$1") in ${plan.credentials.map(({ variable }) => `*"$(as_shown "$${variable}")"*`).join(' | ')}) true ;; *) false ;; esac`,
      ]),
      ...body(
        'forms',
        'a value, its label and its form; another value and its form',
        forms(plan.credentials),
      ),
      ...body('requests', 'method, path, what stands before it; what a good answer holds', [
        ...data.requests.map((request) => sent(request, needed.has('prefix'))),
        ...(data.requests.some(({ judged }) => judged) ? [] : ['[ -n "$failed" ] || judge']),
      ]),
      ...body(
        'judge',
        'tests on the last answer; row or outcome, each with what is said around what was found',
        [
          'judged=yes',
          ...data.rules.map(({ when, tells }) =>
            [
              ...when.map(test),
              ...tells.map(({ where, parts }) => `put ${where} ${parts.map(quote).join(' ')}`),
            ].join(' && '),
          ),
        ],
      ),
      ...body(
        'rows',
        'name, label, what stands there where judge tells nothing of it',
        data.rows.map(({ row, label, start }) => `row ${row} ${quote(label)} ${quote(start)}`),
      ),
      ...body(
        'outcomes',
        'name, exit status, last line (the first that was met decides), what stands before its lines',
        data.outcomes.map(({ outcome, end, before }) => {
          const more = before === '' ? '' : ` ${quote(before)}`;
          const decides = end === undefined ? " '' ''" : ` ${end.status} ${quote(end.last)}`;
          return end === undefined && more === ''
            ? `outcome ${outcome}`
            : `outcome ${outcome}${decides}${more}`;
        }),
      ),
      ...body('errors', 'signs of each error; its place on the page, and why it happens', [
        ...errors(data),
      ]),
    ]
      .join('\n')
      .trimEnd(),
  });
}

/** A function with what goes into it. */
function body(name: string, comment: string, lines: readonly string[]): string[] {
  // A function of the shell cannot be empty.
  const commands = lines.length === 0 ? ['true'] : lines;
  return [`${name}() { # ${comment}`, ...commands.map((line) => `  ${line}`), '}', ''];
}

/** What may not be the secret, and values that could be another one of which the form is known. */
function forms(credentials: ProgramData['plan']['credentials']): string[] {
  return credentials.flatMap(({ variable, label, form }) =>
    credentials
      .filter((other) => other.variable !== variable)
      .flatMap((other) => [
        ...(other.variable === 'secret' ? [`differ "$${variable}" ${quote(label)}`] : []),
        ...(other.form === ''
          ? []
          : [
              `compare "$${variable}" ${quote(label)} ${quote(form)} "$${other.variable}" ${quote(other.form)}`,
            ]),
      ]),
  );
}

function test({ pattern, test: kind, names }: DataTest): string {
  return ['finds', quote(pattern), kind, ...names.map(quote)].join(' ');
}

/** A request as a line. */
function sent(
  { method, path, prefix, good, judged, needed }: ProgramData['requests'][number],
  takesPrefix: boolean,
): string {
  const sends = [
    `send ${method} ${quote(path)}${takesPrefix ? ` ${quote(prefix)}` : ''}`,
    ...good.map(test),
  ].join(' && ');
  const fails = `fail ${needed ? 'refused' : 'look'}`;
  return judged ? `if ${sends}; then judge; else ${fails}; fi` : `{ ${sends}; } || ${fails}`;
}

function errors({ errors: known }: ProgramData): string[] {
  if (known.length === 0) return ['return 1'];
  return [
    ...known.flatMap(({ texts, codes, http, elsewhere, anchor, why }, index) => {
      const signs = [
        ...texts.map((text) =>
          [
            'has text',
            ...text
              .split('…')
              .filter((part) => part !== '')
              .map(quote),
          ].join(' '),
        ),
        ...codes.map((code) => `has code ${quote(code)}`),
        ...http.map((status) => `has status ${status}`),
      ];
      return [
        `${index === 0 ? 'if' : 'elif'} ${signs.join(' || ')}; then`,
        `  because ${quote(anchor)} ${quote(why)}${elsewhere ? ' elsewhere' : ''}`,
      ];
    }),
    'else',
    '  return 1',
    'fi',
  ];
}
