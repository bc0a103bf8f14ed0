import { z } from 'astro/zod';
import { capabilitySchema } from '../vocabulary/capabilities.ts';
import { errorKinds } from '../vocabulary/error-kinds.ts';
import {
  accountModesSchema,
  keylessSchema,
  keysSchema,
  rightsReadableSchema,
  sameFormSchema,
  subaccountsSchema,
} from './exchange/accounts.ts';
import { askedSchema, furtherPowerProblems, unavoidableSchema } from './exchange/further-powers.ts';
import { signingSchema } from './signing.ts';
import { sourceIdsSchema, sourceSchema } from './source.ts';
import { stepIdSchema } from '../vocabulary/steps.ts';
import { documentedToolIds } from '../vocabulary/tools.ts';
import {
  daySchema,
  domainSchema,
  httpsUrlSchema,
  idSchema,
  lineSchema,
  proseSchema,
} from './text.ts';

/**
 * What exchange.yaml holds: everything about an exchange that a machine can use.
 * A field that is missing means that no source documents it; the page then says
 * "not documented" and never guesses.
 */

const statusSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('active'),
    sources: sourceIdsSchema,
  }),
  z.strictObject({
    state: z.enum(['closing', 'closed']).describe('Winding down, or gone.'),
    date: daySchema.describe('Day on which it closes or closed.'),
    note: proseSchema.describe('What readers must do, and by when.'),
    sources: sourceIdsSchema,
  }),
]);

const namesSchema = z.strictObject({
  name: lineSchema.describe('Name that the exchange uses for itself today.'),
  former: z
    .array(
      z.strictObject({
        name: lineSchema.describe('Earlier name, which readers may still know.'),
        until: daySchema.optional().describe('Day on which it was given up.'),
      }),
    )
    .default([])
    .describe('Earlier names.'),
  others: z
    .array(
      z.strictObject({
        id: idSchema.describe('Name of the entry in this list.'),
        name: lineSchema.describe('Name of another exchange or product.'),
        why: lineSchema.describe('Why this guide names it: same owner, easily mistaken.'),
      }),
    )
    .default([])
    .describe('Other exchanges that this guide may name, and share domains with.'),
  sources: sourceIdsSchema,
});

const siteSchema = z.strictObject({
  id: idSchema.describe('Name of the site in this file, such as "global".'),
  label: lineSchema.describe('Region or legal entity.'),
  address: httpsUrlSchema.describe('Address where its customers sign in.'),
  apiBase: httpsUrlSchema.optional().describe('Base address of its REST API.'),
  who: lineSchema.describe('Who belongs there.'),
  sameForm: sameFormSchema
    .optional()
    .describe('That a source shows its form for a key to be the same as that of another site.'),
  sources: sourceIdsSchema,
});

const sitesSchema = z.strictObject({
  main: idSchema.describe('Site that this guide walks through.'),
  items: z.array(siteSchema).min(1),
  keysStay: proseSchema.optional().describe('What happens with a key of one site on another.'),
});

const domainsSchema = z.strictObject({
  official: z
    .array(domainSchema)
    .min(1)
    .describe('Domains of the exchange; their subdomains belong to it too.'),
  others: z
    .array(
      z.strictObject({
        domain: domainSchema,
        why: lineSchema.describe('What it is: retired, of another company, a known fake.'),
      }),
    )
    .default([])
    .describe('Domains that texts may show although they are not official. Never linked.'),
  check: proseSchema.optional().describe('How the exchange lets readers verify an address.'),
  sources: sourceIdsSchema,
});

const keyPageSchema = z.strictObject({
  url: httpsUrlSchema.describe('Address of the page that lists API keys.'),
  where: z.array(lineSchema).min(1).describe('What to choose to get there, in order.'),
  browserOnly: z.boolean().optional().describe('Whether keys can be made in a browser only.'),
  sources: sourceIdsSchema,
});

const docsSchema = z.strictObject({
  api: httpsUrlSchema.describe('API documentation.'),
  help: httpsUrlSchema.optional().describe('Help page about API keys.'),
});

const keyTypesSchema = z.strictObject({
  field: lineSchema.optional().describe('Label of the field in which the type is chosen.'),
  items: z
    .array(
      z.strictObject({
        id: idSchema,
        label: lineSchema.describe('Label as the exchange shows it.'),
        algorithm: z
          .enum([
            'hmac-sha256',
            'hmac-sha384',
            'hmac-sha512',
            'rsa',
            'ed25519',
            'ecdsa',
            'oauth',
            'none',
          ])
          .describe('How a request with such a key is signed.'),
        choose: z.boolean().describe('Whether our readers choose it.'),
        why: lineSchema.describe('Why to choose it, or why not.'),
      }),
    )
    .min(1),
  sources: sourceIdsSchema,
});

/** Characters that a key's name may have, where it may not have all. */
export const labelCharacters = [
  'letters-digits',
  'letters-digits-hyphens',
  'letters-digits-underscores',
] as const;

const labelFieldSchema = z.strictObject({
  label: lineSchema.describe('Label of the field for the name of the key.'),
  example: lineSchema.describe('A name that tells the reader later what the key is for.'),
  rules: lineSchema.optional().describe('Length and characters, where documented.'),
  longest: z.int().positive().optional().describe('Most characters, where "rules" names a number.'),
  characters: z
    .enum(labelCharacters)
    .optional()
    .describe('Characters that it may have, where "rules" limits them.'),
  sources: sourceIdsSchema,
});

const levelSchema = z.strictObject({
  id: idSchema.describe('Name of the level in this file.'),
  label: lineSchema.describe('Label as the exchange shows it.'),
  capabilities: z.array(capabilitySchema).describe('What a key can do at this level.'),
});

export const permissionSchema = z
  .strictObject({
    id: idSchema.describe('Name of the permission in this file.'),
    label: lineSchema.describe('Label exactly as the exchange shows it.'),
    group: lineSchema.optional().describe('Heading under which the exchange lists it.'),
    capabilities: z
      .array(capabilitySchema)
      .optional()
      .describe('What a key with it can do; for a permission without levels.'),
    levels: z
      .array(levelSchema)
      .min(2)
      .optional()
      .describe('Its levels, weakest first; for a permission that has several.'),
    off: lineSchema
      .optional()
      .describe('Label of the state in which it is off, such as "No access", if it has one.'),
    fixed: z.boolean().default(false).describe('Whether it is on and cannot be switched off.'),
    preset: z
      .boolean()
      .default(false)
      .describe('Whether the form opens with it on, so that readers must switch it off.'),
    excludes: z
      .array(idSchema)
      .default([])
      .describe('Permissions that cannot be on together with it.'),
    asked: z
      .array(askedSchema)
      .default([])
      .describe(
        "Who names it although the least set does without: a tool, a partner, the exchange's own table.",
      ),
    unavoidable: z
      .array(unavoidableSchema)
      .default([])
      .describe('Powers that it brings, that a use case forbids, and that nobody can switch off.'),
    note: lineSchema.optional().describe('What its label does not tell.'),
  })
  .refine(
    (permission) => (permission.levels === undefined) !== (permission.capabilities === undefined),
    {
      message:
        'Expected either "capabilities" (a plain box) or "levels", not both and not neither.',
    },
  )
  .superRefine((permission, context) => {
    for (const { path, message } of furtherPowerProblems(permission)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

const permissionsSchema = z.strictObject({
  control: z
    .enum(['checkbox', 'switch', 'role'])
    .describe('What the exchange shows before each label.'),
  strongestFirst: z
    .boolean()
    .default(false)
    .describe('Whether the exchange shows the strongest level of a permission first.'),
  items: z
    .array(permissionSchema)
    .min(1)
    .describe('In the order in which the exchange lists them.'),
  note: proseSchema.optional().describe('What to know about the list as a whole.'),
  refusals: z
    .array(
      z.strictObject({
        useCase: idSchema,
        reason: proseSchema.describe('Why this exchange cannot serve it.'),
        sources: sourceIdsSchema,
      }),
    )
    .default([])
    .describe('Use cases that this exchange cannot serve although its permissions look like it.'),
  caveats: z
    .array(
      z.strictObject({
        id: idSchema.describe('Name of the entry in this list.'),
        useCase: idSchema,
        text: proseSchema.describe('What holds for this use case only.'),
        sources: sourceIdsSchema,
      }),
    )
    .default([])
    .describe('What readers of one use case must know before they start.'),
  sources: sourceIdsSchema,
});

const optionsSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: idSchema.describe('Name of the entry in this list.'),
        label: lineSchema.describe('Label as the exchange shows it.'),
        set: lineSchema.describe('What the reader does, such as "Leave empty".'),
        why: lineSchema,
        useCases: z.array(idSchema).optional().describe('Only for these use cases.'),
      }),
    )
    .min(1),
  sources: sourceIdsSchema,
});

/** Yes, no, or "disputed" where sources disagree; the group's note then names both sides. */
const disputableSchema = z.literal([true, false, 'disputed']).optional();

const allowlistSchema = z.strictObject({
  label: lineSchema.describe('Label of the field or choice.'),
  options: z
    .strictObject({
      bind: lineSchema.describe('Label of the choice that binds addresses.'),
      open: lineSchema.optional().describe('Label of the choice that leaves the key open.'),
    })
    .optional()
    .describe('Where the form asks first whether to bind at all.'),
  required: z
    .discriminatedUnion('when', [
      z.strictObject({ when: z.enum(['never', 'always']) }),
      z.strictObject({ when: z.literal('for-permissions'), permissions: z.array(idSchema).min(1) }),
      z.strictObject({ when: z.literal('for-key-types'), keyTypes: z.array(idSchema).min(1) }),
    ])
    .optional(),
  most: z.int().positive().optional().describe('Most addresses that one key takes.'),
  separator: z
    .enum(['comma', 'newline', 'space', 'semicolon', 'one-per-field'])
    .optional()
    .describe('What stands between two addresses.'),
  cidr: disputableSchema.describe('Whether ranges such as 203.0.113.0/28 are taken.'),
  ipv6: disputableSchema.describe('Whether IPv6 addresses are taken.'),
  without: proseSchema.optional().describe('What happens to a key without bound addresses.'),
  note: proseSchema.optional().describe('What else to know, such as sources that disagree.'),
  sources: sourceIdsSchema,
});

const lifetimesSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      keys: z.enum(['all', 'bound', 'unbound']).describe('Which keys, by bound addresses.'),
      days: z.int().positive().describe('Days until the key ends.'),
      from: z
        .enum(['creation', 'inactivity', 'not-documented'])
        .describe('What the days are counted from.'),
      permissions: z.array(idSchema).optional().describe('Only keys with one of these.'),
      effect: z.enum(['disabled', 'deleted', 'expired']).describe('What the exchange does to it.'),
      warning: lineSchema.optional().describe('How the exchange warns.'),
      renewal: lineSchema.optional().describe('How it can be renewed.'),
    }),
  ),
  endsOn: z
    .strictObject({
      date: daySchema.describe('Day from which no key of this kind works any more.'),
      why: lineSchema.describe('What ends then, and what takes its place.'),
    })
    .optional()
    .describe('An announced day on which every key ends.'),
  note: proseSchema.optional(),
  sources: sourceIdsSchema,
});

/** Ways in which an exchange makes sure that it is the owner who creates the key. */
export const confirmationKinds = [
  'dialog',
  'checkbox',
  'fund-password',
  'login-password',
  'authenticator',
  'sms',
  'email',
  'passkey',
  'two-factor',
] as const;

const confirmationsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      kind: z.enum(confirmationKinds),
      label: lineSchema.describe('Label or heading as the exchange shows it.'),
      text: lineSchema.optional().describe('What the reader does.'),
    }),
  ),
  note: proseSchema.optional(),
  sources: sourceIdsSchema,
});

export const credentialRoles = [
  'api-key',
  'secret',
  'passphrase',
  'memo',
  'private-key',
  'public-key',
] as const;

const credentialsSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        role: z.enum(credentialRoles).describe('What the value is to a program.'),
        label: lineSchema.describe('Label as the exchange shows it.'),
        delivery: z
          .enum(['shown', 'downloaded', 'pasted'])
          .default('shown')
          .describe('Shown to copy, downloaded as a file, or made and pasted in by the reader.'),
        shownOnce: z.boolean().optional().describe('Whether it can be seen at creation only.'),
        chosenByReader: lineSchema
          .optional()
          .describe('Rules for a value that the reader makes up, such as a passphrase.'),
        looksLike: lineSchema.optional().describe('How to recognise it, such as a prefix.'),
      }),
    )
    .min(1),
  note: proseSchema.optional(),
  sources: sourceIdsSchema,
});

/** Fields of a tool, by the role of the value that goes in. */
const toolFieldsSchema = z.strictObject({
  'api-key': lineSchema.optional(),
  secret: lineSchema.optional(),
  passphrase: lineSchema.optional(),
  memo: lineSchema.optional(),
  'private-key': lineSchema.optional(),
  'public-key': lineSchema.optional(),
} satisfies Record<(typeof credentialRoles)[number], z.ZodType>);

const connectingSchema = z
  .array(
    z.discriminatedUnion('supported', [
      z.strictObject({
        tool: z.enum(documentedToolIds),
        supported: z.literal(true),
        ids: z
          .array(
            z.strictObject({
              id: lineSchema.describe('Name of the exchange in the tool, such as "gate_io".'),
              for: lineSchema.describe('Accounts or products that it is for.'),
            }),
          )
          .min(1)
          .describe('The usual one first.'),
        fields: toolFieldsSchema.describe('Name of the field for each value that readers save.'),
        note: proseSchema.optional().describe('What else the tool wants to know, in which form.'),
        sources: sourceIdsSchema,
      }),
      z.strictObject({
        tool: z.enum(documentedToolIds),
        supported: z.literal(false),
        why: proseSchema.describe('What the documentation of the tool says instead.'),
        sources: sourceIdsSchema,
      }),
    ]),
  )
  .min(1);

const factListSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      text: proseSchema,
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

const prerequisitesSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Name of the entry in this list.'),
      text: proseSchema,
      useCases: z.array(idSchema).optional().describe('Only for these use cases.'),
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

const testEnvironmentSchema = z.strictObject({
  address: httpsUrlSchema,
  apiBase: httpsUrlSchema.optional(),
  note: proseSchema,
  sources: sourceIdsSchema,
});

/** By what a program can recognise an error. */
interface Recognisable {
  readonly codes?: readonly string[] | undefined;
  readonly messages?: readonly string[] | undefined;
  readonly http?: readonly number[] | undefined;
}

/** Whether an entry has something that the answer of the exchange holds: a code, a text or a status. */
export function isRecognisable({ codes, messages, http }: Recognisable): boolean {
  return codes !== undefined || messages !== undefined || http !== undefined;
}

const troubleshootingEntrySchema = z
  .strictObject({
    id: idSchema.describe('Anchor of the entry on the page.'),
    codes: z
      .array(lineSchema)
      .min(1)
      .optional()
      .describe('Error codes exactly as the exchange sends them, the usual one first.'),
    messages: z
      .array(lineSchema)
      .min(1)
      .optional()
      .describe(
        'Texts of the answer exactly as the exchange sends them; "…" stands for what changes.',
      ),
    http: z
      .array(z.int().min(400).max(599))
      .min(1)
      .optional()
      .describe('HTTP statuses that come with it.'),
    kinds: z
      .array(z.enum(errorKinds))
      .min(1)
      .optional()
      .describe('What is wrong, most likely first; for an entry that a program can recognise.'),
    symptom: lineSchema.describe('What the reader sees.'),
    tellApart: proseSchema
      .optional()
      .describe('How readers find out which of the causes, or of the entries, is theirs.'),
    causes: z
      .array(
        z.strictObject({
          id: idSchema.describe('Name of the cause in this entry.'),
          cause: proseSchema.describe('Why it happens.'),
          mend: proseSchema.describe('What to do.'),
          step: stepIdSchema.describe('Step that puts it right.'),
        }),
      )
      .min(1)
      .describe('Most likely first.'),
    sources: sourceIdsSchema,
  })
  .refine((entry) => isRecognisable(entry) === (entry.kinds !== undefined), {
    message:
      'Expected "kinds" exactly where there are "codes", "messages" or "http", by which a program recognises the error.',
  });

const undocumentedErrorsSchema = z
  .array(
    z.strictObject({
      kind: z.enum(errorKinds).describe('What is wrong.'),
      text: proseSchema.describe('What is known about the answer in this case.'),
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

const questionsSchema = z
  .array(
    z.strictObject({
      id: idSchema.describe('Anchor of the question on the page.'),
      question: lineSchema,
      answer: proseSchema,
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

export const exchangeSchema = z.strictObject({
  names: namesSchema.describe('What it is called, now and before.'),
  status: statusSchema.describe('Whether it takes customers.'),
  sites: sitesSchema.describe('Legal entities or regions with accounts and keys of their own.'),
  domains: domainsSchema.describe('Where links and drawings may point.'),
  keyPage: keyPageSchema.describe('Where keys are made and listed.'),
  docs: docsSchema.describe('Documentation of the exchange.'),
  keyTypes: keyTypesSchema.describe('Kinds of key.'),
  labelField: labelFieldSchema
    .optional()
    .describe('Field for the name of the key; left out where none is documented.'),
  permissions: permissionsSchema.describe('Boxes, switches or roles.'),
  options: optionsSchema
    .optional()
    .describe('Boxes and fields of the form that neither grant a power nor bind addresses.'),
  allowlist: allowlistSchema.describe('Binding a key to addresses.'),
  lifetimes: lifetimesSchema.describe('What ends a key by itself.'),
  confirmations: confirmationsSchema.describe('What confirms the creation.'),
  credentials: credentialsSchema.describe('Values to save.'),
  connecting: connectingSchema
    .optional()
    .describe('Names of the values in the tools that readers use; every active exchange has it.'),
  keys: keysSchema.optional().describe('How many keys an account can have.'),
  subaccounts: subaccountsSchema.optional().describe('Keys of sub-accounts.'),
  accountModes: accountModesSchema
    .optional()
    .describe('Modes of an account on which it depends what a key can do.'),
  rightsReadable: rightsReadableSchema
    .optional()
    .describe('Whether a key can ask what it may do; left out where signing.yaml has "rights".'),
  keyless: keylessSchema
    .optional()
    .describe('Ways to connect a tool that need no key made by hand.'),
  limits: factListSchema.describe('How many requests, and what else is limited.'),
  prerequisites: prerequisitesSchema.describe('What to have before starting.'),
  signing: signingSchema
    .optional()
    .describe('How requests are signed, and what answers mean; the test programs are made of it.'),
  testEnvironment: testEnvironmentSchema.optional().describe('Where to try without money.'),
  troubleshooting: z.array(troubleshootingEntrySchema).min(1).describe('Symptoms and error codes.'),
  undocumentedErrors: undocumentedErrorsSchema
    .optional()
    .describe('Usual errors for which no source says what the exchange answers.'),
  questions: questionsSchema.describe('Questions that people ask.'),
  sources: z.array(sourceSchema).min(1).describe('Every source that this file refers to.'),
});

export type ExchangeFacts = z.infer<typeof exchangeSchema>;
export type Permission = ExchangeFacts['permissions']['items'][number];
export type PermissionLevel = z.infer<typeof levelSchema>;
export type Keys = NonNullable<ExchangeFacts['keys']>;
export type Allowlist = ExchangeFacts['allowlist'];
export type LabelField = NonNullable<ExchangeFacts['labelField']>;
export type Lifetime = ExchangeFacts['lifetimes']['items'][number];
export type Confirmation = ExchangeFacts['confirmations']['items'][number];
export type ConfirmationKind = Confirmation['kind'];
export type Credential = ExchangeFacts['credentials']['items'][number];
export type CredentialRole = Credential['role'];
export type Site = ExchangeFacts['sites']['items'][number];
export type TroubleshootingEntry = ExchangeFacts['troubleshooting'][number];
export type Question = ExchangeFacts['questions'][number];

/** An exchange with the name of its folder, which is its address on the site. */
export interface Exchange extends ExchangeFacts {
  readonly slug: string;
}

/** By what readers recognise an error: its codes, or else the texts of the answer. */
export function errorNames(
  entry: Pick<TroubleshootingEntry, 'codes' | 'messages'>,
): readonly string[] {
  return entry.codes ?? entry.messages ?? [];
}

/** Texts of the answer that neither {@link errorNames} nor the symptom shows. */
export function furtherMessages(
  entry: Pick<TroubleshootingEntry, 'codes' | 'messages' | 'symptom'>,
): readonly string[] {
  const shown = errorNames(entry);
  return (entry.messages ?? []).filter(
    (message) => !shown.includes(message) && !entry.symptom.includes(message),
  );
}

/** The site (legal entity) that the guide walks through. Throws where the file names none of its own. */
export function mainSite(exchange: ExchangeFacts): Site {
  const site = exchange.sites.items.find((item) => item.id === exchange.sites.main);
  if (site === undefined) {
    throw new Error(
      `[exchange] ${exchange.names.name}: sites.main is "${exchange.sites.main}", but sites.items has ` +
        `${exchange.sites.items.map((item) => `"${item.id}"`).join(', ')}.`,
    );
  }
  return site;
}
