import { z } from 'astro/zod';
import { listedOnce } from './listed-once.ts';
import { domainSchema, wordsSchema } from './text.ts';

/**
 * What content/domains.yaml holds: domains on which sources may stand besides those of the
 * exchange itself. It stands outside of the folders of exchanges, so that nobody who sends
 * a guide vouches for where it links to.
 */
export const reviewedDomainSchema = z.strictObject({
  domain: domainSchema.describe('The domain; what stands below it is reviewed with it.'),
  why: wordsSchema.describe('Whose it is, and what we read there.'),
});

export type ReviewedDomain = z.infer<typeof reviewedDomainSchema>;

/** The content of domains.yaml. */
export const reviewedDomainsSchema = z
  .array(reviewedDomainSchema)
  .superRefine(listedOnce(({ domain }) => domain, 'domain'));
