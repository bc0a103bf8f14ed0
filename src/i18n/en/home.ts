import { marked, sentence } from '../sentence.ts';
import type { CountedForms } from '../grammar.ts';
import { all } from './grammar.ts';

/** The page fills it in as far as the reader has typed. */
const guides: CountedForms = { one: '{n} guide', other: '{n} guides' };

export const home = {
  title: 'Make an exchange API key, safely',
  description:
    'Step-by-step guides from an exchange’s login page to a least-privilege API key, with every fact traced to its source.',
  what: 'Short guides from an exchange’s login page to a key that can do what is needed and nothing else, for market makers, bots and tax tools.',
  never: 'We never ask for your key.',
  neverMore: 'No page here has a field for it. Whoever asks for it in our name is a fraud.',
  formerly: (names: readonly string[]) => `was ${all(names)}`,
  help: 'Help',
  error: 'An error message?',
  errorMore: 'Paste it, and see which step mends it.',
  leaked: 'Key leaked?',
  leakedMore: 'Delete it now. Then what to check.',
  /** Before the purposes, by their short names. */
  unsure: 'Not sure? Ask whoever wants the key.',
  concepts: 'Good to know',
  refused: (exchange: string, useCase: string) => `${exchange}: no guide for ${useCase}`,
  leave: 'What to do now',
  find: {
    label: 'Which exchange?',
    /** Names of some that are there. */
    placeholder: (names: readonly string[]) => `${names.join(', ')} …`,
    guides,
    nearly: 'Did you mean one of these?',
    without: 'No guide for {name} yet',
    closed: '{name} closed on {day}',
    nothing: 'No exchange “{typed}” here',
    nothingMore: 'Look at the spelling, or paste its address from the browser.',
    instead: sentence`What holds everywhere: ${marked('permissions', 'choose permissions')}, ${marked('addresses', 'bind addresses')}. Or ${marked('contribute', 'help to write the guide')}.`,
    closedMore: sentence`Make no key there, and delete the ones you have. Somebody offers to get your coins out? ${marked('fake', 'It is most likely a fraud')}.`,
    known: 'Exchanges without a guide yet',
    closedOn: (name: string, day: string) => `${name} (closed on ${day})`,
  },
};
