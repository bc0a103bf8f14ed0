/**
 * What keys and secrets look like. Used where content is checked, and in the browser,
 * to warn readers before they pass a text on.
 */

/** What has a form of its own, by the name under which it is reported. */
const shapes: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g },
  { what: 'a token (JWT)', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g },
  { what: 'a cloud access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  {
    what: 'a key of an exchange',
    pattern: /\borganizations\/[0-9a-f-]{36}\/apiKeys\/[0-9a-f-]{36}\b/g,
  },
  {
    what: 'an id such as exchanges use for keys',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  },
];

/** Runs of characters that could be a key: judged by their mixture, see isKeyLike. */
const longRun = /[A-Za-z0-9+/_-]{24,}={0,2}/g;

/** A stretch of a line that looks like a key or a secret. */
export interface KeyShape {
  /** What it looks like, such as "a private key". */
  readonly what: string;
  /** Where it starts, counted from 0. */
  readonly index: number;
  readonly length: number;
}

/** Every stretch of a line that looks like a key, a secret or a token. Input: one line. */
export function keyShapesIn(line: string): KeyShape[] {
  const shaped = shapes.flatMap(({ what, pattern }) =>
    [...line.matchAll(pattern)].map(({ 0: found, index }) => ({
      what,
      index,
      length: found.length,
    })),
  );
  const mixed = [...line.matchAll(longRun)]
    .filter(([run]) => isKeyLike(run))
    .map(({ 0: run, index }) => ({ what: 'a key or a secret', index, length: run.length }));
  return [...shaped, ...mixed];
}

/**
 * Whether a run of characters is mixed as keys are: digits all through it, and either
 * hexadecimal or with letters of both cases. Words joined by hyphens are not.
 */
function isKeyLike(run: string): boolean {
  const core = run.replaceAll(/[=/+_-]/g, '');
  const digits = core.match(/\d/g)?.length ?? 0;
  if (core.length < 24 || digits < 4 || /EXAMPLE/.test(run)) return false;
  if (/^[0-9a-f]+$/i.test(core)) return core.length >= 32 && /[a-f]/i.test(core);
  const longestWord = Math.max(...core.split(/\d+|(?<=[a-z])(?=[A-Z])/).map((part) => part.length));
  return /[a-z]/.test(core) && /[A-Z]/.test(core) && longestWord < 10;
}
