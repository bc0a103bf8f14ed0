import { type Piece, piecesOf, type RecipeValue } from '../../schema/signing.ts';
import { namesUsed, rawNamesOf, runsOf, sharesMoment, underscored } from '../recipe.ts';
import type { CheckedPlan } from '../test-plan.ts';
import { pythonQuote as quote } from './quote.ts';

/**
 * The recipe of a plan as the function `sign`, from a request to its address, headers and body.
 * Throws for signatures with private keys, which the standard library cannot make: see
 * `canSign` in programs.ts.
 */
export function pythonRecipe(recipe: Pick<CheckedPlan, 'values' | 'send' | 'credentials'>): string {
  const { values, send } = recipe;
  const rawNames = rawNamesOf(recipe);
  const now = sharesMoment(recipe) ? 'now' : 'time.time()';
  const used = namesUsed(recipe);
  const usesSecret = values.some((value) => value.make === 'hmac' && value.with === undefined);
  const given = [
    ...(['key', 'passphrase', 'memo'] as const).filter((name) => used.has(name)),
    ...(usesSecret ? ['secret'] : []),
  ];
  return [
    'def sign(typed, method, path, prefix):',
    ...given.map((name) => `    ${name} = typed[${quote(name)}]`),
    ...(used.has('host') ? ['    host = typed["base"].split("://", 1)[1]'] : []),
    ...(sharesMoment(recipe) ? ['    now = time.time()'] : []),
    ...values.flatMap((value) => assigned(value, rawNames, now).map((line) => `    ${line}`)),
    '    headers = {',
    ...Object.entries(send.headers).map(
      ([name, template]) => `        ${quote(name)}: ${literal(template)},`,
    ),
    '    }',
    `    return ${literal(send.url)}, headers, ${send.body === undefined ? 'None' : `(${literal(send.body)}).encode()`}`,
  ].join('\n');
}

/** The value of a recipe as statements; `now` stands for the seconds of the present. */
function assigned(value: RecipeValue, rawNames: ReadonlySet<string>, now: string): string[] {
  const name = underscored(value.name);
  switch (value.make) {
    case 'clock': {
      if (value.unit === 'iso') {
        return [`${name} = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())`];
      }
      const plus = value.plus ?? 0;
      return value.unit === 'seconds'
        ? [`${name} = str(int(${now})${plus === 0 ? '' : ` + ${plus}`})`]
        : [`${name} = str(int(${now} * 1000)${plus === 0 ? '' : ` + ${plus * 1000}`})`];
    }
    case 'counter':
      return [
        value.unit === 'seconds'
          ? `time.sleep(1); ${name} = str(int(time.time()))`
          : `${name} = str(time.time_ns() // 1_000_000)`,
      ].flatMap((line) => line.split('; '));
    case 'random':
      return [`${name} = secrets.token_hex(${value.characters / 2})`];
    case 'text':
      return value.as === 'plain'
        ? [`${name} = ${literal(value.of)}`]
        : [`${name} = ${base64(value.as, bytes(value.of, rawNames))}`];
    case 'hash':
      return digested(name, `hashlib.${value.hash}(${bytes(value.of, rawNames)})`, value.as);
    case 'hmac': {
      const key = value.with === undefined ? 'secret' : underscored(value.with);
      return digested(
        name,
        `hmac.new(${key}, ${bytes(value.of, rawNames)}, hashlib.${value.hash})`,
        value.as,
      );
    }
    case 'signature':
      throw new Error("[programs] Python's standard library cannot sign with a private key.");
  }
}

function digested(
  name: string,
  expression: string,
  form: 'hex' | 'upper-hex' | 'raw' | 'base64' | 'base64url',
): string[] {
  switch (form) {
    case 'raw':
      return [`${name} = ${expression}.digest()`];
    case 'hex':
      return [`${name} = ${expression}.hexdigest()`];
    case 'upper-hex':
      return [`${name} = ${expression}.hexdigest().upper()`];
    case 'base64':
    case 'base64url':
      return [`${name} = ${expression}.digest()`, `${name} = ${base64(form, name)}`];
  }
}

function base64(form: 'base64' | 'base64url', expression: string): string {
  return form === 'base64'
    ? `base64.b64encode(${expression}).decode()`
    : `base64.urlsafe_b64encode(${expression}).decode().rstrip("=")`;
}

/** A template as text. */
function literal(template: string): string {
  return textOf(piecesOf(template));
}

function textOf(pieces: readonly Piece[]): string {
  if (pieces.length === 0) return quote('');
  return pieces
    .map((piece) => ('text' in piece ? quote(piece.text) : underscored(piece.hole)))
    .join(' + ');
}

/** A template as bytes. */
function bytes(template: string, rawNames: ReadonlySet<string>): string {
  const runs = runsOf(template, rawNames).map((run) => {
    if ('raw' in run) return underscored(run.raw);
    const text = textOf(run.pieces);
    return run.pieces.length === 1 ? `${text}.encode()` : `(${text}).encode()`;
  });
  return runs.length === 0 ? 'b""' : runs.join(' + ');
}
