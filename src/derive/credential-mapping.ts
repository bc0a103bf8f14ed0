import { environmentName } from './environment-names.ts';
import type { CredentialRole, Exchange, ExchangeFacts } from '../schema/exchange.ts';
import { documentedToolIds, type ToolId, toolIds } from '../vocabulary/tools.ts';

/** Where one value that the reader saved goes. */
export interface CredentialField {
  readonly role: CredentialRole;
  /** Label of the value as the exchange shows it. */
  readonly label: string;
  /** Name of the tool's field, or of the variable. */
  readonly field: string;
}

/** How a tool takes the key of an exchange. */
export type CredentialMapping =
  | {
      readonly tool: ToolId;
      readonly supported: true;
      /** The tool's own names of the exchange, each with what it is for; none for variables. */
      readonly ids: readonly { readonly id: string; readonly for: string }[];
      /** In the order in which the exchange shows the values. */
      readonly fields: readonly CredentialField[];
      readonly note: string | undefined;
      readonly sources: readonly string[];
    }
  | {
      readonly tool: ToolId;
      readonly supported: false;
      readonly why: string;
      readonly sources: readonly string[];
    };

/**
 * Roles of the values that a program is given: all but a public key that the reader
 * pasted into the form, which the exchange keeps.
 */
export function credentialRolesOf({
  credentials,
}: Pick<ExchangeFacts, 'credentials'>): CredentialRole[] {
  return credentials.items
    .filter(({ role, delivery }) => !(role === 'public-key' && delivery === 'pasted'))
    .map(({ role }) => role);
}

/**
 * Where the values of a key go in one tool.
 *
 * Input: the exchange and the tool. Output: the field of each value in the order of the
 * exchange, or why the tool cannot use the key; undefined where nothing is documented.
 * Throws where the facts lack a field, which the rule "tool-mapping" reports with its line.
 */
export function credentialMapping(
  exchange: Pick<Exchange, 'slug' | 'credentials' | 'connecting'>,
  tool: ToolId,
): CredentialMapping | undefined {
  const roles = credentialRolesOf(exchange);
  const fieldsOf = (nameOf: (role: CredentialRole) => string | undefined): CredentialField[] =>
    exchange.credentials.items
      .filter(({ role }) => roles.includes(role))
      .map(({ role, label }) => {
        const field = nameOf(role);
        if (field === undefined) {
          throw new Error(
            `[connecting] ${exchange.slug}: "${tool}" has no field for the role "${role}".`,
          );
        }
        return { role, label, field };
      });
  if (tool === 'environment') {
    return {
      tool,
      supported: true,
      ids: [],
      fields: fieldsOf((role) => environmentName(exchange.slug, role)),
      note: undefined,
      sources: [],
    };
  }
  const entry = exchange.connecting?.find((candidate) => candidate.tool === tool);
  if (entry === undefined) return undefined;
  if (!entry.supported) {
    return { tool, supported: false, why: entry.why, sources: entry.sources };
  }
  return {
    tool,
    supported: true,
    ids: entry.ids,
    fields: fieldsOf((role) => entry.fields[role]),
    note: entry.note,
    sources: entry.sources,
  };
}

/**
 * The mappings of all tools for an exchange, in the order of the table of tools; none
 * where the exchange documents none.
 */
export function credentialMappings(
  exchange: Pick<Exchange, 'slug' | 'credentials' | 'connecting'>,
): CredentialMapping[] {
  if (!documentedToolIds.some((tool) => credentialMapping(exchange, tool) !== undefined)) return [];
  return toolIds.flatMap((tool) => credentialMapping(exchange, tool) ?? []);
}
