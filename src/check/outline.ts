import { z } from 'astro/zod';
import { redirectsSchema } from '../site/redirect.ts';
import { stepIdSchema } from '../vocabulary/steps.ts';
import type { Content } from '../content/content.ts';
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
      /** Use cases of the steps that are not there for all. */
      onlyFor: z.partialRecord(stepIdSchema, z.array(z.string())),
      sourceIds: z.array(z.string()),
    }),
  ),
  partners: z.array(
    z.strictObject({
      slug: z.string(),
      /** The file can be read; of others nothing can be said. */
      isRead: z.boolean(),
      example: z.boolean(),
      served: z.array(z.strictObject({ exchange: z.string(), useCase: z.string() })),
    }),
  ),
  useCaseIds: z.array(z.string()),
  conceptSlugs: z.array(z.string()),
  redirects: z.array(redirectsSchema.element),
  /** The file of redirects can be read, or there is none. */
  redirectsAreRead: z.boolean(),
});

/** What there is of exchanges, steps, sources, use cases, concepts, redirects and partners. */
export type Outline = z.infer<typeof outlineSchema>;

/** The outline of content. */
export function outlineOf({
  exchanges,
  useCases,
  concepts,
  redirects,
  partners,
}: Content): Outline {
  return {
    exchanges: exchanges.map(({ slug, facts, guide }) => ({
      slug,
      isRead: facts?.value !== undefined && guide?.value !== undefined,
      formerNames: facts?.value?.names.former.map(({ name }) => name) ?? [],
      steps: guide?.value?.steps.map(({ id }) => id) ?? [],
      onlyFor: Object.fromEntries(
        (guide?.value?.steps ?? []).flatMap(({ id, useCases: only }) => (only ? [[id, only]] : [])),
      ),
      sourceIds: facts?.value?.sources.map(({ id }) => id) ?? [],
    })),
    partners: partners.map(({ slug, value }) => ({
      slug,
      isRead: value !== undefined,
      example: value?.example ?? false,
      served: (value?.exchanges ?? []).map((served) => ({
        exchange: served.exchange,
        useCase: served.useCase ?? value?.useCase ?? '',
      })),
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
    partners: outlines.flatMap(({ partners }) => partners),
    useCaseIds: outlines.flatMap(({ useCaseIds }) => useCaseIds),
    conceptSlugs: outlines.flatMap(({ conceptSlugs }) => conceptSlugs),
    redirects: outlines.flatMap(({ redirects }) => redirects),
    redirectsAreRead: outlines.every(({ redirectsAreRead }) => redirectsAreRead),
  };
}
