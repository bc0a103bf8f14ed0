import { setupFindings } from '../partner-setups.ts';
import type { Rule } from '../rule.ts';
import { quotedList } from '../suggest.ts';

export const partnerSite: Rule = {
  meaning:
    'The site of an exchange that a partner names is the one that the guide walks through, or one whose form a source shows to be the same.',
  mend: 'Name one of these sites; for another, the facts need "sameForm" with a source.',
  example: '{ exchange: okx, site: turkey }',
  check: (part) =>
    setupFindings(part, 'site', ({ site, known }, { exchange }) => ({
      message: `There is no path for the site "${site}" of ${exchange.names.name}; there is one for ${quotedList([...known])}.`,
      help: 'Name one of them, or leave "site" out.',
    })),
};
