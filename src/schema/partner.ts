import { z } from 'astro/zod';
import { credentialRoles } from './exchange.ts';
import { readAddress } from '../derive/ip-addresses.ts';
import {
  codeUpTo,
  daySchema,
  domainSchema,
  emailSchema,
  httpsUrlSchema,
  idSchema,
  labelSchema,
  nameUpTo,
  wordsUpTo,
} from './text.ts';

/**
 * What content/partners/<slug>.yaml holds: who asks readers for a key, and exactly what
 * those readers enter. Everything here is the partner's word, reviewed like any content;
 * nothing of it ever comes from an address that a reader opens.
 */

/** What a partner promises never to ask a client for. */
export const refusedRequests = [
  'withdrawal-permission',
  'password',
  'codes',
  'seed-phrase',
  'secret-by-message',
  'screenshot',
  'remote-access',
  'sending-coins',
] as const;

export type RefusedRequest = (typeof refusedRequests)[number];

/** Requests that no honest partner makes: every profile rules them out. */
export const alwaysRefused = [
  'withdrawal-permission',
  'password',
  'codes',
] as const satisfies RefusedRequest[];

const addressSchema = codeUpTo(60).superRefine((text, context) => {
  const read = readAddress(text);
  if (read?.text === text) return;
  const message =
    read === undefined
      ? 'Expected an IPv4 or IPv6 address or a range of them, such as 203.0.113.10, 203.0.113.16/30 or 2001:db8::10.'
      : `Expected the shortest form of this address or range, which is "${read.text}".`;
  context.addIssue({ code: 'custom', message });
});

const changeSchema = z.strictObject({
  day: daySchema.describe('First day of use under "from", last day of use under "until".'),
  announced: daySchema.describe('Day on which the partner announced it.'),
});

const partnerAddressSchema = z
  .strictObject({
    address: addressSchema.describe('One address, or a range in CIDR form.'),
    from: changeSchema.optional().describe('An announced first day; in use already without it.'),
    until: changeSchema.optional().describe('An announced last day; no end without it.'),
  })
  .refine(({ from, until }) => !from || !until || from.day <= until.day, {
    message: 'The last day of use lies before the first.',
    path: ['until', 'day'],
  });

const keyLabelSchema = codeUpTo(30).regex(
  /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/,
  'Expected letters and digits, with single hyphens between words, such as "example-desk".',
);

/** A use case, or several that one key serves. */
const useCaseSchema = z.union([idSchema, z.array(idSchema).min(2)]);

const servedExchangeSchema = z.strictObject({
  exchange: idSchema.describe('Folder of the exchange.'),
  site: idSchema
    .optional()
    .describe(
      'Site of the exchange that its clients are at; the one that the guide walks through without it.',
    ),
  useCase: useCaseSchema
    .optional()
    .describe('Use case here, or several in one key, where it differs from the usual one.'),
  asked: z
    .array(
      z.strictObject({
        permission: idSchema.describe('Id of the permission in exchange.yaml.'),
        level: idSchema.optional().describe('Id of its level, if it has levels.'),
      }),
    )
    .optional()
    .describe('Further boxes that it needs here; never one that moves funds out.'),
  keyLabel: keyLabelSchema.optional().describe('Label here, where it differs from the usual one.'),
  addresses: z
    .array(codeUpTo(60))
    .min(1)
    .optional()
    .describe('The addresses used here, written as above; all of them without it.'),
  keys: z
    .int()
    .min(2)
    .max(5)
    .optional()
    .describe(
      'How many keys the client makes, each with a share of the addresses; one without it.',
    ),
});

const contactSchema = z
  .strictObject({
    page: httpsUrlSchema.optional().describe('Page with ways to reach the partner.'),
    email: emailSchema.optional().describe('E-mail address of a team, not of a person.'),
  })
  .refine(({ page, email }) => page !== undefined || email !== undefined, {
    message: 'Expected a page, an e-mail address, or both.',
  });

/** The content of a file of content/partners. */
export const partnerSchema = z.strictObject({
  name: nameUpTo(60).describe('Name that its clients know.'),
  example: z
    .boolean()
    .default(false)
    .describe('Whether it is made up, to show what a profile does.'),
  does: wordsUpTo(200).describe('One sentence: what it does for its clients.'),
  domains: z
    .array(domainSchema)
    .min(1)
    .describe('Domains of the partner; their subdomains belong to it too. The best known first.'),
  keyPage: z
    .strictObject({
      url: httpsUrlSchema.describe('Page of the partner where the client enters the key.'),
      where: z.array(labelSchema).default([]).describe('What to choose to get there, in order.'),
    })
    .describe('Where the key goes.'),
  published: httpsUrlSchema
    .optional()
    .describe('Page of the partner that lists its addresses, for comparing.'),
  addresses: z
    .array(partnerAddressSchema)
    .min(1)
    .describe('Addresses from which it uses keys; a client binds the key to them.'),
  keyLabel: keyLabelSchema.describe('Name of the key at the exchange.'),
  useCase: useCaseSchema.describe('Usual use case, or several in one key.'),
  exchanges: z.array(servedExchangeSchema).min(1).describe('Exchanges that it connects to.'),
  fields: z
    .partialRecord(z.enum(credentialRoles), labelSchema)
    .describe('Labels of the fields in its form, by what goes into them.'),
  neverAsks: z
    .array(z.enum(refusedRequests))
    .describe('What it will never ask a client for.')
    .refine((list) => alwaysRefused.every((request) => list.includes(request)), {
      message: `Expected ${alwaysRefused.join(', ')} among it: whoever asks for those is no partner here.`,
    })
    .refine((list) => new Set(list).size === list.length, { message: 'One stands there twice.' }),
  contact: contactSchema.describe('Where a client in doubt can ask.'),
  languages: z
    .array(codeUpTo(10).regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'Expected a language such as "en".'))
    .min(1)
    .describe('Languages in which the contact answers.'),
  checked: daySchema.describe('Day on which the partner last confirmed all this.'),
});

export type PartnerFacts = z.infer<typeof partnerSchema>;
export type PartnerAddress = PartnerFacts['addresses'][number];
export type ServedExchange = PartnerFacts['exchanges'][number];

/** A partner with the name of its file, which is its address on the site. */
export interface Partner extends PartnerFacts {
  readonly slug: string;
}

/** The use cases of a partner at one exchange, all served by one key. */
export function useCasesAt(
  partner: Pick<PartnerFacts, 'useCase'>,
  served: Pick<ServedExchange, 'useCase'>,
): readonly string[] {
  return [served.useCase ?? partner.useCase].flat();
}

/** The addresses of a partner at one exchange, in the order of the profile. */
export function addressesAt(partner: PartnerFacts, served: ServedExchange): PartnerAddress[] {
  const { addresses } = served;
  return addresses === undefined
    ? partner.addresses
    : partner.addresses.filter(({ address }) => addresses.includes(address));
}

/** One announced change of the addresses: what is used from a day on, or up to a day. */
export interface AddressChange {
  readonly kind: 'added' | 'removed';
  /** First day of use, or last. */
  readonly day: string;
  readonly announced: string;
  readonly addresses: readonly string[];
}

/**
 * Every announced change of some addresses, the latest day first. What was announced on
 * one day for one day is one change.
 */
export function changesOf(addresses: readonly PartnerAddress[]): AddressChange[] {
  const single = addresses.flatMap(({ address, from, until }) => [
    ...(from === undefined ? [] : [{ kind: 'added' as const, ...from, address }]),
    ...(until === undefined ? [] : [{ kind: 'removed' as const, ...until, address }]),
  ]);
  const grouped = Map.groupBy(single, ({ kind, day, announced }) => `${day} ${kind} ${announced}`);
  return [...grouped.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [
            {
              kind: first.kind,
              day: first.day,
              announced: first.announced,
              addresses: [first, ...rest].map(({ address }) => address),
            },
          ],
    )
    .sort((a, b) => (a.day === b.day ? a.kind.localeCompare(b.kind) : a.day < b.day ? 1 : -1));
}

/** The anchor of a change on the partner's page, the same for as long as the change is listed. */
export function changeId({ kind, day, announced }: AddressChange): string {
  return `${kind}-${day}-announced-${announced}`;
}
