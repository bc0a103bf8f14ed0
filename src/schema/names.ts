import { z } from 'astro/zod';
import { listedOnce } from './listed-once.ts';
import { codeUpTo, daySchema, domainSchema, httpsUrlSchema, nameSchema } from './text.ts';

/**
 * What content/names.yaml holds: exchanges that have no guide here. A guide that was copied
 * would carry their names, and no partner may have one.
 */
export const knownExchangeSchema = z.strictObject({
  name: nameSchema.describe(
    'Name that the exchange uses for itself. It is looked for as whole words with its capitals: leave out a name that is a common word.',
  ),
  others: z.array(nameSchema).min(1).optional().describe('Names that it had before.'),
  ccxt: codeUpTo(40)
    .regex(/^[a-z0-9]+$/, 'Expected an id of CCXT in lowercase, such as "bitstamp".')
    .optional()
    .describe('Its id in CCXT.'),
  hosts: z.array(domainSchema).min(1).optional().describe('Domains that belong to it.'),
  signs: z
    .array(codeUpTo(40))
    .min(1)
    .optional()
    .describe('Names of fields or headers that only its answers and requests have.'),
  closed: z
    .strictObject({
      date: daySchema.describe('Day on which it closed, or will.'),
      source: httpsUrlSchema.describe('Page that says so.'),
      checked: daySchema.describe('Day on which that page was read.'),
    })
    .optional()
    .describe('Only for an exchange that has closed, or announced it.'),
});

export type KnownExchange = z.infer<typeof knownExchangeSchema>;

/** The content of names.yaml. */
export const knownExchangesSchema = z
  .array(knownExchangeSchema)
  .superRefine(listedOnce(({ name }) => name, 'name'));

/** Every name of an exchange in the list, present ones and former ones. */
export function namesOf({ name, others = [] }: KnownExchange): string[] {
  return [name, ...others];
}
