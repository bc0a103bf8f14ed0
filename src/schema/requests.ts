import { z } from 'astro/zod';
import { listedOnce } from './listed-once.ts';
import { codeUpTo, idSchema, wordsSchema } from './text.ts';

/**
 * What content/requests.yaml holds: the requests that the programs which test a key may
 * send, each read again by a maintainer. It stands outside of the folders of exchanges, so
 * that nobody who sends a recipe vouches for what it does with a reader's key.
 */
export const reviewedRequestSchema = z.strictObject({
  // A folder that is not published has its requests here too.
  exchange: z
    .union([idSchema, codeUpTo(60).regex(/^_[a-z0-9-]+$/)])
    .describe('Folder of the exchange.'),
  method: z.enum(['GET', 'POST']),
  path: codeUpTo(200)
    .regex(
      /^\/(?!\/)(?!.*\.\.)[\w./-]*$/,
      'Expected a path such as "/api/v4/spot/accounts", with the prefix of the recipe, if it has one.',
    )
    .describe('Path in the address, with the prefix of the recipe, if it has one.'),
  why: wordsSchema.describe('What it reads, and that it changes nothing.'),
});

export type ReviewedRequest = z.infer<typeof reviewedRequestSchema>;

/** The content of requests.yaml. */
export const reviewedRequestsSchema = z
  .array(reviewedRequestSchema)
  .superRefine(
    listedOnce(({ exchange, method, path }) => `${method} ${path} of ${exchange}`, 'path'),
  );
