import { type Piece, piecesOf, type RecipeValue } from '../../schema/signing.ts';
import { namesAlgorithm, namesUsed, rawNamesOf, runsOf, sharesMoment } from '../recipe.ts';
import type { CheckedPlan } from '../test-plan.ts';
import { javaScriptQuote as quote } from './quote.ts';

type Recipe = Pick<CheckedPlan, 'values' | 'send' | 'credentials'>;

/** The recipe of a plan as the function `sign`, from a request to its address, headers and body. */
export function javaScriptRecipe(recipe: Recipe): string {
  const { values, send } = recipe;
  const rawNames = rawNamesOf(recipe);
  const now = sharesMoment(recipe) ? 'now' : 'Date.now()';
  const used = namesUsed(recipe);
  const usesSecret = values.some(
    (value) => value.make === 'signature' || (value.make === 'hmac' && value.with === undefined),
  );
  const given = [
    ...(used.has('host') ? ['base'] : []),
    ...(['key', 'passphrase', 'memo'] as const).filter((name) => used.has(name)),
    ...(usesSecret || namesAlgorithm(recipe) ? ['secret'] : []),
  ];
  const parameters = ['method', 'path', 'prefix'];
  const last = parameters.findLastIndex((name) => used.has(name));
  return [
    `function sign(${[`{ ${given.join(', ')} }`, ...parameters.slice(0, last + 1)].join(', ')}) {`,
    ...(used.has('host') ? ['  const { host } = new URL(base);'] : []),
    ...(namesAlgorithm(recipe)
      ? ["  const algorithm = secret.asymmetricKeyType === 'ed25519' ? 'EdDSA' : 'ES256';"]
      : []),
    ...(sharesMoment(recipe) ? ['  const now = Date.now();'] : []),
    ...values.map((value) => `  const ${value.name} = ${made(value, rawNames, now)};`),
    '  return {',
    `    url: ${literal(send.url)},`,
    '    headers: {',
    ...Object.entries(send.headers).map(
      ([name, template]) => `      ${quote(name)}: ${literal(template)},`,
    ),
    '    },',
    ...(send.body === undefined ? [] : [`    body: ${literal(send.body)},`]),
    '  };',
    '}',
  ].join('\n');
}

/** The value of a recipe as an expression; `now` stands for the milliseconds of the present. */
function made(value: RecipeValue, rawNames: ReadonlySet<string>, now: string): string {
  switch (value.make) {
    case 'clock': {
      if (value.unit === 'iso') return 'new Date().toISOString()';
      const plus = value.plus ?? 0;
      return value.unit === 'seconds'
        ? `String(Math.floor(${now} / 1000)${plus === 0 ? '' : ` + ${plus}`})`
        : `String(${now}${plus === 0 ? '' : ` + ${plus * 1000}`})`;
    }
    case 'counter':
      return value.unit === 'seconds'
        ? // It grows with the second, also from one run to the next.
          'String(Math.floor((Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000), Date.now()) / 1000))'
        : 'String(Date.now())';
    case 'random':
      return `crypto.randomBytes(${value.characters / 2}).toString('hex')`;
    case 'text':
      return value.as === 'plain'
        ? literal(value.of)
        : `Buffer.from(${bytes(value.of, rawNames)}).toString('${value.as}')`;
    case 'hash':
      return digest(
        `crypto.createHash('${value.hash}').update(${bytes(value.of, rawNames)})`,
        value.as,
      );
    case 'hmac':
      return digest(
        `crypto.createHmac('${value.hash}', ${value.with ?? 'secret'}).update(${bytes(value.of, rawNames)})`,
        value.as,
      );
    case 'signature':
      return `${signature(value.algorithm, `Buffer.from(${bytes(value.of, rawNames)})`)}.toString('${value.as}')`;
  }
}

function digest(
  expression: string,
  form: 'hex' | 'upper-hex' | 'base64' | 'base64url' | 'raw',
): string {
  switch (form) {
    case 'raw':
      return `${expression}.digest()`;
    case 'upper-hex':
      return `${expression}.digest('hex').toUpperCase()`;
    default:
      return `${expression}.digest('${form}')`;
  }
}

function signature(
  algorithm: Extract<RecipeValue, { make: 'signature' }>['algorithm'],
  message: string,
): string {
  const raw = "{ key: secret, dsaEncoding: 'ieee-p1363' }";
  switch (algorithm) {
    case 'rsa-sha256':
      return `crypto.sign('sha256', ${message}, secret)`;
    case 'ed25519':
      return `crypto.sign(null, ${message}, secret)`;
    case 'es256':
      return `crypto.sign('sha256', ${message}, ${raw})`;
    case 'es256-or-eddsa':
      return `crypto.sign(algorithm === 'ES256' ? 'sha256' : null, ${message}, ${raw})`;
  }
}

/** A template as text. */
function literal(template: string): string {
  return textOf(piecesOf(template));
}

function textOf(pieces: readonly Piece[]): string {
  if (pieces.length === 0) return quote('');
  return pieces.map((piece) => ('text' in piece ? quote(piece.text) : piece.hole)).join(' + ');
}

/** A template as text or bytes, as digests take both. */
function bytes(template: string, rawNames: ReadonlySet<string>): string {
  const runs = runsOf(template, rawNames);
  if (!runs.some((run) => 'raw' in run)) return literal(template);
  const parts = runs.map((run) => ('raw' in run ? run.raw : `Buffer.from(${textOf(run.pieces)})`));
  return parts.length === 1 ? parts.join('') : `Buffer.concat([${parts.join(', ')}])`;
}
