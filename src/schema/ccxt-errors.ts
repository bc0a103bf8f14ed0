import { z } from 'astro/zod';
import { codeUpTo, labelUpTo } from './text.ts';

/**
 * What content/ccxt-errors.yaml holds: codes and texts with which exchanges refuse a key,
 * after the tables of CCXT (https://github.com/ccxt/ccxt, MIT), for texts that name an
 * exchange. Written by `npm run ccxt-errors`, never by hand.
 */

/** The kinds that CCXT's classes of errors tell apart; all others are errors of orders. */
export const ccxtErrorKinds = [
  'key',
  'signature',
  'passphrase',
  'clock',
  'address',
  'permission',
  'account',
  'product',
  'region',
  'rate',
  'down',
] as const;

const answersSchema = z.array(labelUpTo(200)).min(1);

export const ccxtErrorsSchema = z.strictObject({
  version: codeUpTo(20).describe('Version of CCXT that was read.'),
  exchanges: z
    .record(
      codeUpTo(40),
      z.strictObject({
        key: answersSchema.optional(),
        signature: answersSchema.optional(),
        passphrase: answersSchema.optional(),
        clock: answersSchema.optional(),
        address: answersSchema.optional(),
        permission: answersSchema.optional(),
        account: answersSchema.optional(),
        product: answersSchema.optional(),
        region: answersSchema.optional(),
        rate: answersSchema.optional(),
        down: answersSchema.optional(),
      } satisfies Record<(typeof ccxtErrorKinds)[number], z.ZodType>),
    )
    .describe('Codes and texts by kind, for each exchange by its id in CCXT.'),
});

export type CcxtErrors = z.infer<typeof ccxtErrorsSchema>;
