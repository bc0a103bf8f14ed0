import { marked, sentence } from '../sentence.ts';
import { all } from './grammar.ts';

export const home = {
  title: 'API keys that can do what is needed and nothing else',
  description:
    'Step-by-step guides from an exchange’s login page to a least-privilege API key, with every fact traced to its source.',
  what: 'A market maker, a trading bot or a tax tool has asked you for an API key. These guides take you from the exchange’s login page to a key that can do exactly what is needed and nothing else, and show how to prove, replace and revoke it.',
  never: 'We never ask for your key.',
  neverMore:
    'No page here has a field for it, and nothing that you type leaves your device. Whoever asks for it in our name is a fraud.',
  exchanges: 'Choose your exchange',
  formerly: (names: readonly string[]) => `Formerly ${all(names)}`,
  useCases: 'What is the key for?',
  useCasesIntro:
    'Every guide has one page for each of these. If you are not sure, ask whoever wants the key which one they need.',
  errors: 'An error message?',
  errorsText: sentence`Paste it, and read which step puts it right: ${marked('link', 'all errors of all exchanges')}.`,
  concepts: 'Good to know',
  checked: (day: string) => `Checked ${day}`,
  stale: 'May be out of date',
  refused: 'not possible here',
};
