import type { Capability } from '../../vocabulary/capabilities.ts';
import { can } from './capabilities.ts';

export const permissions = {
  caption: (exchange: string, useCase: string) => `Permissions on ${exchange} for ${useCase}`,
  heads: {
    permission: (exchange: string) => `Permission on ${exchange}`,
    setting: 'Set to',
    why: 'Why',
  },
  on: 'On',
  off: 'Leave off',
  never: 'Never',
  switchOff: 'Switch off',
  fixed: 'On, cannot be changed',
  grants: (set: readonly Capability[]) => `Lets the key ${can(set)}.`,
  withheld: (set: readonly Capability[]) => `Would also let the key ${can(set)}.`,
  addsNothing: 'Adds nothing that this use needs.',
  stronger: (level: string, set: readonly Capability[]) =>
    `Not “${level}”: that would also let it ${can(set)}.`,
  preset: 'It is on when the form opens.',
  keepOff: (label: string) => `Keep it at “${label}”.`,
  extras: (exchange: string, set: readonly Capability[]) =>
    `The set above is the least that ${exchange} offers for this. Beyond what you need, it also lets the key ${can(set)}.`,
  noExtras: 'The set above allows nothing beyond what you need.',
  asked: 'Asked for a permission marked “Never”?',
  askedMore: 'Stop, and do not create the key. Nobody who reads or trades for you needs it.',
};

export const options = {
  caption: 'Other fields of the form',
  heads: ['On screen', 'What to do'] as const,
};
