import { z } from 'astro/zod';
import { type BodyStep, stepsOfBody } from '../../content/guide-body.ts';
import { emptyHash, hashOf, packed, unpacked } from '../packed.ts';
import { comparing } from '../rule.ts';
import { textsOfBody } from '../texts.ts';

/** Words in a row that are compared. */
const shingleLength = 5;
/** Steps with fewer rows of words than this say too little to be called a copy. */
const fewestShingles = 16;
/** Share of rows of words in common at which two steps are nearly the same. */
const limit = 0.5;
/** A row of words that more steps have is a phrase of the field, not a copy. */
const mostHolders = 8;

export const clonedGuide = comparing({
  meaning:
    'No two guides have nearly the same text in a step: what is true everywhere belongs in a concept, the rest is different.',
  mend: 'Write the step from what this exchange shows; link to the concept for what they share.',
  example: 'The step "set-permissions" of kucoin, copied from bybit with the names exchanged.',
  digest: {
    name: 'shingles',
    schema: z.array(
      z.strictObject({
        slug: z.string(),
        file: z.string(),
        id: z.string(),
        line: z.int(),
        column: z.int(),
        /** Hashes, packed. */
        shingles: z.string(),
      }),
    ),
    of: ({ exchanges }) =>
      exchanges.flatMap(({ slug, guide }) =>
        // Copies of the template have a rule of their own.
        slug.startsWith('_') || guide?.mdx.tree === undefined
          ? []
          : stepsOfBody(guide.mdx.tree).flatMap((step) => {
              const { id = '', line, column } = step;
              const shingles = shinglesOf(guide.path, step, slug);
              return shingles.size < fewestShingles
                ? []
                : [{ slug, file: guide.path, id, line, column, shingles: packed(shingles) }];
            }),
      ),
  },
  compare: (digests) => {
    const steps = digests
      .flatMap(({ digest }) => digest)
      .map((step) => ({ ...step, shingles: unpacked(step.shingles) }));
    const seen = holders();
    return steps.flatMap((one, index) => {
      const common = new Map<number, number>();
      for (const shingle of one.shingles) {
        for (const holder of seen.add(shingle, index))
          common.set(holder, (common.get(holder) ?? 0) + 1);
      }
      const [closest] = [...common]
        .flatMap(([holder, shared]) => {
          const other = steps[holder];
          if (other === undefined || other.slug === one.slug) return [];
          const share = shared / Math.min(one.shingles.length, other.shingles.length);
          return share < limit ? [] : [{ other, shared, share }];
        })
        .toSorted((a, b) => b.shared - a.shared);
      if (closest === undefined) return [];
      const { other, share } = closest;
      return [
        {
          file: one.file,
          line: one.line,
          column: one.column,
          message: `${Math.round(100 * share)} % of the text of step "${one.id}" stands in ${other.file}:${other.line} too.`,
          help: 'Write the step from what this exchange shows, and link to a concept for what they share.',
        },
      ];
    });
  },
});

/**
 * Remembers which steps have a shingle. `add` tells the steps that had it before, the
 * first few of them. Nearly all shingles have one holder, which needs no list.
 */
function holders(): { add: (shingle: number, step: number) => readonly number[] } {
  const first = new Map<number, number>();
  const several = new Map<number, number[]>();
  return {
    add: (shingle, step) => {
      const one = first.get(shingle);
      if (one === undefined) {
        first.set(shingle, step);
        return [];
      }
      const list = several.get(shingle) ?? [one];
      if (list.length < mostHolders) several.set(shingle, [...list, step]);
      return list;
    },
  };
}

/** Hashes of the rows of words of a step. Names of the exchange do not count as words. */
function shinglesOf(file: string, { element }: BodyStep, slug: string): Set<number> {
  const names = new Set(slug.split('-'));
  const words = textsOfBody(file, element)
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !names.has(word));
  const shingles = new Set<number>();
  for (let start = 0; start + shingleLength <= words.length; start += 1) {
    let hash = emptyHash;
    for (let index = start; index < start + shingleLength; index += 1)
      hash = hashOf(`${words[index]} `, hash);
    shingles.add(hash);
  }
  return shingles;
}
