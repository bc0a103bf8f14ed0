import { type Piece, piecesOf, type RecipeValue } from '../../schema/signing.ts';
import { namesUsed, rawNamesOf, runsOf, sharesMoment, underscored } from '../recipe.ts';
import type { CheckedPlan } from '../test-plan.ts';
import { shellQuote } from './quote.ts';

/**
 * The recipe of a plan as two functions: `sign` makes the values, `describe` writes the request
 * as curl reads it. Values that are bytes are kept as hexadecimal text, because variables of a
 * shell cannot hold every byte.
 */
export function shellRecipe({ values, send }: Pick<CheckedPlan, 'values' | 'send'>): string {
  const rawNames = rawNamesOf({ values });
  const now = sharesMoment({ values }) ? '$now' : '$(date +%s)';
  const options = [
    `conf url ${joined('"$base"', word(send.url))}`,
    ...Object.entries(send.headers).map(
      ([name, template]) => `conf header ${joined(shellQuote(`${name}: `), word(template))}`,
    ),
    ...(send.body === undefined ? [] : [`conf data-raw ${word(send.body) || "''"}`]),
  ];
  return [
    'sign() { # the values of the request of $method and $path',
    ...(namesUsed({ values, send }).has('host') ? ['  host=${base#*://}'] : []),
    ...(sharesMoment({ values }) ? ['  now=$(date +%s)'] : []),
    ...values.flatMap((value) => assigned(value, rawNames, now).map((line) => `  ${line}`)),
    '}',
    '',
    'describe() { # the request, for curl',
    ...options.map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

/** A template as one word; what it names is text. */
function word(template: string): string {
  return wordOf(piecesOf(template));
}

function wordOf(pieces: readonly Piece[]): string {
  return joined(
    ...pieces.map((piece) =>
      'text' in piece ? shellQuote(piece.text) : `"$${underscored(piece.hole)}"`,
    ),
  );
}

/** Words that stand side by side; quotes that end where the same begin again are left out. */
function joined(...words: readonly string[]): string {
  return words.reduce(
    (before, next) =>
      before !== '' && next !== '' && before.at(-1) === next[0]
        ? `${before.slice(0, -1)}${next.slice(1)}`
        : `${before}${next}`,
    '',
  );
}

/** A command that writes a template, bytes included. */
function bytes(template: string, rawNames: ReadonlySet<string>): string {
  const commands = runsOf(template, rawNames).map((run) =>
    'raw' in run ? `from_hex "$${underscored(run.raw)}"` : `printf %s ${wordOf(run.pieces)}`,
  );
  if (commands.length === 0) return "printf ''";
  return commands.length === 1 ? commands.join('') : `{ ${commands.join('; ')}; }`;
}

/** The value of a recipe as commands; `now` stands for the seconds of the present. */
function assigned(value: RecipeValue, rawNames: ReadonlySet<string>, now: string): string[] {
  const name = underscored(value.name);
  switch (value.make) {
    case 'clock': {
      if (value.unit === 'iso') return [`${name}=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)`];
      const seconds =
        value.plus === undefined ? now : `$((${now.replace('$now', 'now')} + ${value.plus}))`;
      return [`${name}=${seconds}${value.unit === 'milliseconds' ? '000' : ''}`];
    }
    case 'counter':
      return [
        value.unit === 'seconds'
          ? `sleep 1; ${name}=$(date +%s)`
          : `sleep 1; ${name}=$(date +%s)000`,
      ];
    case 'random':
      return [`${name}=$(openssl rand -hex ${value.characters / 2})`];
    case 'text':
      return [
        value.as === 'plain'
          ? `${name}=${word(value.of)}`
          : `${name}=$(${bytes(value.of, rawNames)} | ${coder(value.as)})`,
      ];
    case 'hash':
      return [
        `${name}=$(${bytes(value.of, rawNames)} | openssl dgst -${value.hash} -binary | ${coder(value.as)})`,
      ];
    case 'hmac': {
      const block = value.hash === 'sha256' ? 64 : 128;
      const key = value.with === undefined ? 'secret_hex' : underscored(value.with);
      return [
        `${name}=$(${bytes(value.of, rawNames)} | hmac ${value.hash} ${block} "$${key}" | ${coder(value.as)})`,
      ];
    }
    case 'signature':
      return [
        `${bytes(value.of, rawNames)} >"$work"`,
        `${name}=$(sign_${value.algorithm.replaceAll('-', '_')} | ${coder(value.as)})`,
        `[ -n "$${name}" ] || stop "$text_cannot_sign"`,
      ];
  }
}

function coder(form: 'hex' | 'upper-hex' | 'raw' | 'base64' | 'base64url'): string {
  switch (form) {
    case 'hex':
    case 'raw':
      return 'to_hex';
    case 'upper-hex':
      return 'to_hex | tr a-f A-F';
    case 'base64':
      return 'openssl base64 -A';
    case 'base64url':
      return 'base64url';
  }
}
