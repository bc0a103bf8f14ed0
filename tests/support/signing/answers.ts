import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Answers, answersSchema, type KeyAnswer } from '../../../src/schema/answers.ts';
import { changedAt } from '../nested-values.ts';

/**
 * The documented answers of an exchange.
 *
 * Input: its folder. Output: what answers.yaml holds. Throws where it is missing or wrong.
 */
export function readAnswers(folder: string): Answers {
  const file = path.join(folder, 'answers.yaml');
  return answersSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** The documented answers of a real exchange. */
export function answersOf(slug: string): Answers {
  return readAnswers(path.resolve('content/exchanges', slug));
}

/** The answer about the rights of a key. */
export function rightsOf({ rights }: Answers, { changes }: Pick<KeyAnswer, 'changes'>): unknown {
  return Object.entries(changes).reduce<unknown>(
    (answer, [place, value]) =>
      changedAt(answer, keysOf(place), () => (value === null ? undefined : value)),
    rights,
  );
}

function keysOf(place: string): (string | number)[] {
  return place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
