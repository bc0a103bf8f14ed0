import { z } from 'astro/zod';
import { errorsSchema } from './errors.ts';
import {
  accountModesSchema,
  keylessSchema,
  keysSchema,
  rightsReadableSchema,
  subaccountsSchema,
} from './exchange/accounts.ts';
import { connectingSchema, credentialsSchema } from './exchange/credentials.ts';
import {
  docsSchema,
  domainsSchema,
  namesSchema,
  sitesSchema,
  statusSchema,
  testEnvironmentSchema,
} from './exchange/identity.ts';
import {
  allowlistSchema,
  confirmationsSchema,
  keyPageSchema,
  keyTypesSchema,
  labelFieldSchema,
  lifetimesSchema,
  optionsSchema,
} from './exchange/key-form.ts';
import { factListSchema, prerequisitesSchema, questionsSchema } from './exchange/notes.ts';
import { permissionsSchema } from './exchange/permissions.ts';
import { signingSchema } from './signing.ts';
import { sourcesSchema } from './source.ts';

export {
  errorNames,
  furtherMessages,
  isRecognisable,
  type TroubleshootingEntry,
} from './errors.ts';
export { credentialRoles } from './exchange/credentials.ts';
export { confirmationKinds, labelCharacters } from './exchange/key-form.ts';
export { permissionSchema } from './exchange/permissions.ts';

/**
 * What exchange.yaml holds: everything about an exchange that a machine can use.
 * A field that is missing means that no source documents it; the page then says
 * "not documented" and never guesses.
 */

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
  troubleshooting: errorsSchema.shape.entries,
  undocumentedErrors: errorsSchema.shape.undocumented,
  questions: questionsSchema.describe('Questions that people ask.'),
  sources: sourcesSchema,
});

export type ExchangeFacts = z.infer<typeof exchangeSchema>;
export type Permission = ExchangeFacts['permissions']['items'][number];
export type PermissionLevel = NonNullable<Permission['levels']>[number];
export type Keys = NonNullable<ExchangeFacts['keys']>;
export type Allowlist = ExchangeFacts['allowlist'];
export type LabelField = NonNullable<ExchangeFacts['labelField']>;
export type Lifetime = ExchangeFacts['lifetimes']['items'][number];
export type Confirmation = ExchangeFacts['confirmations']['items'][number];
export type ConfirmationKind = Confirmation['kind'];
export type Credential = ExchangeFacts['credentials']['items'][number];
export type CredentialRole = Credential['role'];
export type Site = ExchangeFacts['sites']['items'][number];
export type Question = ExchangeFacts['questions'][number];

/** An exchange with the name of its folder, which is its address on the site. */
export interface Exchange extends ExchangeFacts {
  readonly slug: string;
}

/** The site (legal entity) that the facts begin with. Throws where the file names none of its own. */
export function mainSite(exchange: ExchangeFacts): Site {
  return siteOf(exchange, exchange.sites.main);
}

/** A site by its id. Throws where the exchange has no such site. */
export function siteOf(exchange: ExchangeFacts, id: string): Site {
  const site = exchange.sites.items.find((item) => item.id === id);
  if (site === undefined) {
    throw new Error(
      `[exchange] ${exchange.names.name} has no site "${id}"; sites.items has ` +
        `${exchange.sites.items.map((item) => `"${item.id}"`).join(', ')}.`,
    );
  }
  return site;
}

/** Other sites whose form a source shows to be that of a site: the same path holds there. */
export function sitesLike({ sites }: Pick<ExchangeFacts, 'sites'>, id: string): readonly Site[] {
  return sites.items.filter((site) => site.id !== id && site.sameForm?.as === id);
}
