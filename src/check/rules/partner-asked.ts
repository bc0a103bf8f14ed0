import { setupFindings } from '../partner-setups.ts';
import type { Rule } from '../rule.ts';

const reasons = {
  unknown: 'is no permission of this exchange',
  level: 'needs one of its levels, or has none',
  forbidden: 'can do what this use case forbids, or cannot be on with the rest',
} as const;

export const partnerAsked: Rule = {
  meaning:
    'A further box that a partner needs is one of the exchange, at one of its levels, and can do nothing that the use case forbids.',
  mend: 'Correct the id or the level; a box that moves funds out is never switched on, whoever asks.',
  example: 'asked: [{ permission: withdraw }]',
  check: (part) =>
    setupFindings(part, 'asked', ({ permission, why }, { exchange, facts }) => ({
      message: `${facts.name} asks for "${permission}" at ${exchange.names.name}, which ${reasons[why]}.`,
      help: 'Correct "asked" of this exchange, or leave the box out.',
    })),
};
