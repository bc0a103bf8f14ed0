import { setupFindings } from '../partner-setups.ts';
import type { Rule } from '../rule.ts';
import { quotedList } from '../suggest.ts';

export const partnerUseCase: Rule = {
  meaning: 'The exchange serves the use case that a partner has there.',
  mend: 'Give the exchange another "useCase" in the profile, or take it off the list.',
  example: '{ exchange: kraken, useCase: futures-trading }',
  check: (part) =>
    setupFindings(part, 'use-case', ({ useCaseId, refusal, served }, { exchange }) =>
      // Other refusals are faults of the exchange's facts, which a rule of their own tells.
      refusal.kind === 'stated'
        ? {
            message: `${exchange.names.name} cannot serve "${useCaseId}": ${refusal.reason}`,
            help:
              served.length === 0
                ? 'Take the exchange off the list "exchanges".'
                : `Write "useCase: …" for this exchange (it serves ${quotedList(served)}), or take it off the list.`,
          }
        : undefined,
    ),
};
