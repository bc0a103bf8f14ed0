import path from 'node:path';
import { parseContent } from '../../../src/content/content.ts';
import { readContentFiles } from '../../../src/content/content-files.ts';
import type { Content } from '../../../src/content/content.ts';
import type { Answers, KeyAnswer } from '../../../src/schema/answers.ts';
import { realContent } from '../content.ts';
import { changedAt } from '../nested-values.ts';

/** The documented answers of a real exchange. Throws where answers.yaml is missing or wrong. */
export async function answersOf(slug: string): Promise<Answers> {
  return answersIn(await realContent(), slug);
}

/** The documented answers of the made-up exchange of the fixtures. */
export async function fixtureAnswers(): Promise<Answers> {
  const files = await readContentFiles(path.resolve('tests/fixtures/content'));
  return answersIn(parseContent(files), 'northwind');
}

function answersIn({ exchanges }: Content, slug: string): Answers {
  const answers = exchanges.find((exchange) => exchange.slug === slug)?.answers?.value;
  if (answers !== undefined) return answers;
  throw new Error(
    `exchanges/${slug}/answers.yaml is missing or cannot be read: an exchange with a recipe needs it.`,
  );
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
