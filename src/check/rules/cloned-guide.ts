import type { BodyStep } from '../guide-body.ts';
import { stepsOfBody } from '../guide-body.ts';
import type { Rule } from '../rule.ts';
import { textsOfBody } from '../texts.ts';

/** Words in a row that are compared. */
const shingleLength = 5;
/** Steps with fewer rows of words than this say too little to be called a copy. */
const fewestShingles = 16;
/** Share of rows of words in common at which two steps are nearly the same. */
const limit = 0.5;

export const clonedGuide: Rule = {
  meaning:
    'No two guides have nearly the same text in a step: what is true everywhere belongs in a concept, the rest is different.',
  mend: 'Write the step from what this exchange shows; link to the concept for what they share.',
  example: 'The step "set-permissions" of kucoin, copied from bybit with the names exchanged.',
  check: ({ exchanges }) => {
    // Copies of the template have a rule of their own.
    const published = exchanges.filter(({ slug }) => !slug.startsWith('_'));
    const steps = published.flatMap(({ slug, guide }) =>
      guide?.mdx.tree === undefined
        ? []
        : stepsOfBody(guide.mdx.tree).flatMap((step) => {
            const shingles = shinglesOf(guide.path, step, slug);
            return shingles.size < fewestShingles
              ? []
              : [{ slug, file: guide.path, step, shingles }];
          }),
    );
    const seen = new Map<number, number[]>();
    return steps.flatMap((one, index) => {
      const common = new Map<number, number>();
      for (const shingle of one.shingles) {
        const holders = seen.get(shingle);
        if (holders === undefined) seen.set(shingle, [index]);
        else {
          for (const holder of holders) common.set(holder, (common.get(holder) ?? 0) + 1);
          // A row of words that many steps have is a phrase of the field, not a copy.
          if (holders.length < 8) holders.push(index);
        }
      }
      const [closest] = [...common]
        .map(([holder, shared]) => ({ other: steps[holder], shared }))
        .filter(
          ({ other, shared }) =>
            other !== undefined &&
            other.slug !== one.slug &&
            shared / Math.min(one.shingles.size, other.shingles.size) >= limit,
        )
        .toSorted((a, b) => b.shared - a.shared);
      if (closest?.other === undefined) return [];
      const { other, shared } = closest;
      const share = Math.round((100 * shared) / Math.min(one.shingles.size, other.shingles.size));
      return [
        {
          file: one.file,
          line: one.step.line,
          column: one.step.column,
          message: `${share} % of the text of step "${one.step.id ?? ''}" stands in ${other.file}:${other.step.line} too.`,
          help: 'Write the step from what this exchange shows, and link to a concept for what they share.',
        },
      ];
    });
  },
};

/** Hashes of the rows of words of a step. Names of the exchange do not count as words. */
function shinglesOf(file: string, { element }: BodyStep, slug: string): Set<number> {
  const words = textsOfBody(file, element)
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !slug.split('-').includes(word));
  const shingles = new Set<number>();
  for (let start = 0; start + shingleLength <= words.length; start += 1) {
    shingles.add(hash(words, start));
  }
  return shingles;
}

/** FNV-1a over a row of words. */
function hash(words: readonly string[], start: number): number {
  let value = 0x811c9dc5;
  for (let index = start; index < start + shingleLength; index += 1) {
    for (const letter of words[index] ?? '') {
      value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    }
    value = Math.imul(value ^ 32, 0x01000193);
  }
  return value >>> 0;
}
