import type { StepFile } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import type { Rule } from '../rule.ts';
import { textsOfBody } from '../texts.ts';

/** Words in a row that are compared. */
const shingleLength = 5;
/** Steps with fewer rows of words than this say what everybody says: "type the address, and sign in". */
const fewestShingles = 40;
/** Share of rows of words in common at which two steps are nearly the same. */
const limit = 0.5;
/** A row of words that more steps have is a phrase of the field, not a copy. */
const mostHolders = 8;

export const clonedGuide: Rule = {
  meaning:
    'No two guides have nearly the same text in a step that creates the key: what is true everywhere belongs in a concept, the rest is different.',
  mend: 'Write the step from what this exchange shows; link to the concept for what they share.',
  example: 'The step "set-permissions" of kucoin, copied from bybit with the names exchanged.',
  check: ({ exchanges }) => {
    const steps = exchanges
      // Copies of the template have a rule of their own.
      .filter(({ slug }) => isPublished(slug))
      .flatMap(({ slug, steps: files }) =>
        files.filter(isPath).map((file) => ({ slug, file, shingles: shinglesOf(file, slug) })),
      )
      .filter(({ shingles }) => shingles.size >= fewestShingles);
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
          const share = shared / Math.min(one.shingles.size, other.shingles.size);
          return share < limit ? [] : [{ other, shared, share }];
        })
        .toSorted((a, b) => b.shared - a.shared);
      if (closest === undefined) return [];
      const { other, share } = closest;
      return [
        {
          ...one.file.at(['title']),
          message: `${Math.round(100 * share)} % of the text of this step stands in ${other.file.path} too.`,
          help: 'Write the step from what this exchange shows, and link to a concept for what they share.',
        },
      ];
    });
  },
};

/** Whether a step creates the key; how one is replaced or deleted is much the same everywhere. */
function isPath({ name }: StepFile): boolean {
  return isStepId(name) && stepTable[name].phase === 'create';
}

/**
 * Remembers which steps have a shingle. `add` tells the steps that had it before, the
 * first few of them. Nearly all shingles have one holder, which needs no list.
 */
function holders(): { add: (shingle: string, step: number) => readonly number[] } {
  const first = new Map<string, number>();
  const several = new Map<string, number[]>();
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

/** The rows of words of a step. Names of the exchange do not count as words. */
function shinglesOf({ path, mdx }: StepFile, slug: string): Set<string> {
  const names = new Set(slug.split('-'));
  const texts = mdx.tree === undefined ? [] : textsOfBody(path, mdx.tree);
  const words = texts
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !names.has(word));
  return new Set(
    words
      .slice(0, Math.max(0, words.length - shingleLength + 1))
      .map((_, start) => words.slice(start, start + shingleLength).join(' ')),
  );
}
