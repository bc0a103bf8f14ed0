import { z } from 'astro/zod';
import { listedOnce } from './listed-once.ts';
import { domainSchema, idSchema, wordsSchema } from './text.ts';

/**
 * What content/domains.yaml holds: the official domains of exchanges, and those on which
 * sources may stand besides. It stands outside of the folders of exchanges, so that nobody
 * who sends a guide vouches for where it links to.
 */
export const reviewedDomainSchema = z.strictObject({
  domain: domainSchema.describe('The domain; what stands below it is reviewed with it.'),
  exchange: idSchema
    .optional()
    .describe('Folder of the exchange of which it is an official domain; guides link to it.'),
  why: wordsSchema.describe('Whose it is, and what we read there.'),
});

export type ReviewedDomain = z.infer<typeof reviewedDomainSchema>;

/** The content of domains.yaml. */
export const reviewedDomainsSchema = z.array(reviewedDomainSchema).superRefine(
  listedOnce(
    // Exchanges of one owner may share a domain: a line for each.
    ({ domain, exchange }) => (exchange === undefined ? domain : `${domain}, ${exchange}`),
    'domain',
  ),
);
