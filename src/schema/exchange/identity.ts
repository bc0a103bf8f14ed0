import { z } from 'astro/zod';
import { sourceIdsSchema } from '../source.ts';
import {
  daySchema,
  domainSchema,
  httpsUrlSchema,
  idSchema,
  nameSchema,
  proseSchema,
  wordsSchema,
} from '../text.ts';
import { sameFormSchema } from './accounts.ts';

/** Who an exchange is, and where: names, status, sites, domains, documentation. */

export const statusSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('active'),
    sources: sourceIdsSchema,
  }),
  z.strictObject({
    state: z
      .enum(['closing', 'closed', 'keys-ended'])
      .describe('Winding down, gone, or open but without keys of this kind.'),
    date: daySchema.describe('Day on which it closes or closed, or on which the keys ended.'),
    note: proseSchema.describe('What readers must do, and by when.'),
    sources: sourceIdsSchema,
  }),
]);

export const namesSchema = z.strictObject({
  name: nameSchema.describe('Name that the exchange uses for itself today.'),
  former: z
    .array(
      z.strictObject({
        name: nameSchema.describe('Earlier name, which readers may still know.'),
        until: daySchema.optional().describe('Day on which it was given up.'),
      }),
    )
    .default([])
    .describe('Earlier names.'),
  others: z
    .array(
      z.strictObject({
        id: idSchema.describe('Name of the entry in this list.'),
        name: nameSchema.describe('Name of another exchange or product.'),
        why: wordsSchema.describe('Why this guide names it: same owner, easily mistaken.'),
      }),
    )
    .default([])
    .describe('Other exchanges that this guide may name, and share domains with.'),
  sources: sourceIdsSchema,
});

const siteSchema = z.strictObject({
  id: idSchema.describe('Name of the site in this file, such as "global".'),
  label: wordsSchema.describe('Region or legal entity.'),
  address: httpsUrlSchema.describe('Address where its customers sign in.'),
  apiBase: httpsUrlSchema.optional().describe('Base address of its REST API.'),
  who: wordsSchema.describe('Who belongs there.'),
  sameForm: sameFormSchema
    .optional()
    .describe('That a source shows its form for a key to be the same as that of another site.'),
  sources: sourceIdsSchema,
});

export const sitesSchema = z.strictObject({
  main: idSchema.describe('Site that this guide walks through.'),
  items: z.array(siteSchema).min(1),
  keysStay: proseSchema.optional().describe('What happens with a key of one site on another.'),
});

export const domainsSchema = z.strictObject({
  official: z
    .array(domainSchema)
    .min(1)
    .describe('Domains of the exchange; their subdomains belong to it too.'),
  others: z
    .array(
      z.strictObject({
        domain: domainSchema,
        why: wordsSchema.describe('What it is: retired, of another company, a known fake.'),
      }),
    )
    .default([])
    .describe('Domains that texts may show although they are not official. Never linked.'),
  signIn: domainSchema
    .optional()
    .describe('Domain of which the address bar may show another subdomain while readers sign in.'),
  check: proseSchema.optional().describe('How the exchange lets readers verify an address.'),
  sources: sourceIdsSchema,
});

export const docsSchema = z.strictObject({
  api: httpsUrlSchema.describe('API documentation.'),
  help: httpsUrlSchema.optional().describe('Help page about API keys.'),
});

export const testEnvironmentSchema = z.strictObject({
  address: httpsUrlSchema,
  apiBase: httpsUrlSchema.optional(),
  note: proseSchema,
  sources: sourceIdsSchema,
});
