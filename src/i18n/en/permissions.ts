import type { Capability } from '../../vocabulary/capabilities.ts';
import { can } from './capabilities.ts';

export const permissions = {
  grants: (set: readonly Capability[]) => `Lets the key ${can(set)}.`,
  preset: 'It is on when the form opens.',
};

export const options = {
  caption: 'Other fields of the form',
  heads: ['On screen', 'What to do'] as const,
};
