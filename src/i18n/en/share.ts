import { counted } from './grammar.ts';

export const share = {
  steps: (n: number) => counted(n, { one: '{n} step', other: '{n} steps' }),
  minutes: (n: number) => counted(n, { one: 'about {n} minute', other: 'about {n} minutes' }),
  /** On a picture, which networks keep for long, the month says enough. */
  verified: {
    documentation: (month: string) => `Checked against documentation, ${month}`,
    'live-account': (month: string) => `Walked through with a real account, ${month}`,
  },
  exchanges: (n: number) => counted(n, { one: '{n} exchange', other: '{n} exchanges' }),
  /** What an exchange that closes leads with, above a title. */
  status: {
    closing: (name: string, day: string) => `${name} is closing; announced for ${day}`,
    closed: (name: string, day: string) => `${name} closed on ${day}`,
    'keys-ended': (name: string, day: string) => `All keys on ${name} ended on ${day}`,
  },
  /** The words of a picture one after the other, for those who do not see it. */
  alt: (words: readonly string[]) => words.join('. '),
  confirmed: (date: string) => `Confirmed on ${date}`,
  example: 'made-up example',
};
