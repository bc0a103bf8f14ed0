import { z } from 'astro/zod';
import { redirectsSchema } from '../model/redirect.ts';
import { stepIdSchema } from '../model/steps.ts';
import type { Content } from './content.ts';
import { type Digested, digestKind } from './rule.ts';

const outlineSchema = z.strictObject({
  exchanges: z.array(
    z.strictObject({
      slug: z.string(),
      /** The files can be read; of others nothing can be said. */
      isRead: z.boolean(),
      /** Names that it had before. */
      formerNames: z.array(z.string()),
      steps: z.array(stepIdSchema),
      sourceIds: z.array(z.string()),
    }),
  ),
  useCaseIds: z.array(z.string()),
  conceptSlugs: z.array(z.string()),
  redirects: z.array(redirectsSchema.element),
  /** The file of redirects can be read, or there is none. */
  redirectsAreRead: z.boolean(),
});

/** What there is of exchanges, steps, sources, use cases, concepts and redirects. */
export type Outline = z.infer<typeof outlineSchema>;

/** The outline of content. */
export function outlineOf({ exchanges, useCases, concepts, redirects }: Content): Outline {
  return {
    exchanges: exchanges.map(({ slug, facts, guide }) => ({
      slug,
      isRead: facts?.value !== undefined && guide?.value !== undefined,
      formerNames: facts?.value?.names.former.map(({ name }) => name) ?? [],
      steps: guide?.value?.steps.map(({ id }) => id) ?? [],
      sourceIds: facts?.value?.sources.map(({ id }) => id) ?? [],
    })),
    useCaseIds: useCases?.value?.map(({ id }) => id) ?? [],
    conceptSlugs: concepts.map(({ path }) => path.replace(/^concepts\/|\.mdx$/g, '')),
    redirects: redirects?.value ?? [],
    redirectsAreRead: redirects === undefined || redirects.value !== undefined,
  };
}

/** For rules about what is published and where. */
export const outlineDigest = digestKind<Outline>({
  name: 'outline',
  schema: outlineSchema,
  // Every part sees the use cases, which are those of the part outside of exchanges.
  of: (part) => outlineOf(part.slug === undefined ? part : { ...part, useCases: undefined }),
});

/** Several rules join the same outlines, which is done once. */
const joined = new WeakMap<readonly Digested<Outline>[], Outline>();

/** The outline of all parts together. */
export function joinedOutline(digests: readonly Digested<Outline>[]): Outline {
  const outline = joined.get(digests) ?? join(digests.map(({ digest }) => digest));
  joined.set(digests, outline);
  return outline;
}

function join(outlines: readonly Outline[]): Outline {
  return {
    exchanges: outlines.flatMap(({ exchanges }) => exchanges),
    useCaseIds: outlines.flatMap(({ useCaseIds }) => useCaseIds),
    conceptSlugs: outlines.flatMap(({ conceptSlugs }) => conceptSlugs),
    redirects: outlines.flatMap(({ redirects }) => redirects),
    redirectsAreRead: outlines.every(({ redirectsAreRead }) => redirectsAreRead),
  };
}
