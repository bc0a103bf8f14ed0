/**
 * Tools for which the credentials of an exchange are mapped to the tool's own field
 * names. `environment` is no tool but the variables that any program can read.
 */
export const toolIds = ['ccxt', 'freqtrade', 'hummingbot', 'environment'] as const;

export type ToolId = (typeof toolIds)[number];
