import { setupFindings } from '../partner-setups.ts';
import type { Rule } from '../rule.ts';

export const partnerLabel: Rule = {
  meaning: 'The name of the key that a partner asks for fits each of its exchanges.',
  mend: 'Shorten "keyLabel", or write a shorter one for that exchange.',
  example: 'A label of 28 characters for an exchange that takes 24.',
  check: (part) =>
    setupFindings(part, 'label', ({ label, longest }, { exchange }) => ({
      message: `The label "${label}" has ${label.length} characters; ${exchange.names.name} takes ${longest}.`,
      help: 'Shorten "keyLabel", or write a shorter "keyLabel" for this exchange.',
    })),
};
