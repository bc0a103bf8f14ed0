/**
 * Tools for which the credentials of an exchange are mapped to the tool's own field
 * names. `environment` is no tool but the variables that any program can read; its
 * names follow a rule (environment-names.ts), the others' come from their documentation.
 */
export const toolIds = ['ccxt', 'freqtrade', 'hummingbot', 'environment'] as const;

export type ToolId = (typeof toolIds)[number];

/** The tools whose field names stand in exchange.yaml. */
export const documentedToolIds = [
  'ccxt',
  'freqtrade',
  'hummingbot',
] as const satisfies readonly ToolId[];
