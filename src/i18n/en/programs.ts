import type { LanguageId } from '../../programs/languages.ts';
import type { TestPlan } from '../../programs/plan.ts';
import type { Signing } from '../../schema/signing.ts';
import { hole, sentence } from '../sentence.ts';
import { all, any } from './grammar.ts';

export const languages = {
  sh: { label: 'Shell', needs: 'macOS or Linux' },
  python: { label: 'Python', needs: 'Python 3.9 or newer' },
  javascript: { label: 'JavaScript', needs: 'Node.js 18 or newer' },
} satisfies Record<LanguageId, { label: string; needs: string }>;

export const test = {
  intro: (exchange: string, { credentials, rights }: TestPlan) =>
    `${
      rights === undefined
        ? `On a computer, ${exchange} itself can tell you whether the key works.`
        : `On a computer, ${exchange} itself can tell you what the key may do.`
    } This program asks for ${all(credentials.map(({ label }) => label))}, which stay hidden while you type or paste. It sends them signed to ${exchange} and to nobody else, changes nothing, and keeps nothing.`,
  languages: 'Language of the program',
  needs: (needs: string) =>
    `You need ${needs}. Open the terminal, paste these two lines, and press Enter.`,
  commands: 'Commands to copy',
  unable: (language: string) =>
    `${language} cannot make this kind of signature with what comes with it. Take another one of these.`,
  download: (file: string) => `Download ${file}`,
  read: 'Read the program',
  good: (look: readonly string[]) =>
    look.length === 0
      ? 'A good answer looks like this:'
      : `A good answer looks like this. It does not tell of ${all(look)}: look at this on the website.`,
  goodLabel: 'A good answer',
  answers: 'What the program says, and what it means',
  heads: { see: 'You see', means: 'It means' },
  tooMuch: 'THE KEY CAN DO TOO MUCH',
  tooMuchMeans: 'It can do more than this use needs; the lines above say what.',
  permissions: 'Correct the permissions.',
  revoke: 'If it withdraws, delete the key now.',
  notBound: 'NOT BOUND',
  notBoundMeans: 'Whoever has the key can use it from anywhere.',
  addresses: 'Bind it to addresses.',
  missing: 'Missing: …',
  missingMeans: 'A permission is off that this use needs.',
  notAllShown: 'NOT ALL ITS RIGHTS ARE SHOWN',
  notAllShownMeans:
    'The key works, and the answer does not tell everything about it. Compare its permissions on the website.',
  refused: 'The request was refused',
  addressGood: sentence`If the key is bound to other addresses than yours, ${hole('answer')} on your own computer is good news: the binding works. Do not open the key for this test: it works without. Compare the permissions on the website instead.`,
  notProved:
    'What this does not prove: that an order would be accepted, and that other addresses are refused.',
  more: 'For those who want to know more',
  elsewhere: (variable: string, bases: readonly string[]) =>
    `The request goes to ${any(bases)}. To choose one beforehand, set ${variable} to it; no other address is taken.`,
  variables: (names: readonly string[]) =>
    `The program does not ask for what stands in ${all(names)}. What you type after "export" stays in the history of your shell: in bash, "read -rs" and the name takes a value that is neither shown nor kept, and "export" and the name hands it on.`,
  status:
    'Its exit status is 0 when it is proved to be as it should be; 1 when the key does not work; 2 when it can do too much, or is not bound and must be; 3 when it works but its rights are not all shown; 4 when the exchange refused the address of this computer.',
  checked: (references: Signing['checked']) =>
    `Its signatures were last compared with ${all(references.map(({ reference, version, date }) => `${[reference, version].filter(Boolean).join(' ')} (${date})`))}.`,
};

/** What test programs say. `%s` stands for what the program fills in, at most once. */
export const program = {
  about: ({ exchange, useCase }: TestPlan) =>
    `${exchange}: does this API key work, and can it do only what "${useCase}" needs?`,
  whichSite: 'On which site is your account?',
  number: 'Number',
  badNumber: 'Start again, and type one of the numbers.',
  hidden: (label: string) => `${label} (stays hidden)`,
  empty: '%s is empty.',
  spacesRemoved:
    'Careful: a space, line break, quote or invisible character around %s was taken off. Tools may refuse it.',
  strangeInside:
    'There is a space, a line break, a quote or an unusual character inside %s. Copy it again, whole and alone.',
  lineInside: 'There is a line break or an invisible character inside %s. Copy it again.',
  swapped:
    'What was given for "%s" has the form of another value. Were two of them swapped? Nothing was sent.',
  same: 'The same text was given for "%s" and for the secret. Copy each of them again. Nothing was sent.',
  swappedCause: 'Two of the values were swapped, such as key and secret.',
  pasted:
    'More than one line was pasted for "%s", and none was taken. Copy it again, whole and alone.',
  proxy:
    'Careful: this computer names a proxy, and Node.js passes it by. Where no answer comes, start again with NODE_USE_ENV_PROXY=1 in front (Node.js 24), or take the program in Python.',
  spaceAtEnd: 'Careful: %s begins or ends with a space.',
  wrongSecret:
    'This secret cannot be one for this kind of key. Copy it again, whole, and check which kind of key you made.',
  cannotSign:
    'This computer could not sign with that key. Is it complete? Ed25519 needs OpenSSL 3, which macOS does not bring; the program in JavaScript works without.',
  arguments:
    'This program takes no values behind its name: other programs can read them there, and the history keeps them. Delete that line from the history, and start again without.',
  badBase:
    'What stands in %s is no https address that the exchange documents. Nothing was asked or sent.',
  needsTool: 'This program needs %s, which this computer or its shell lacks.',
  asking: 'Asking %s …',
  noAnswer: 'No answer from %s. Check the network, and try again.',
  certificate:
    'The certificate of %s could not be checked. Look whether the clock of this computer is right, and whether a proxy or a firewall stands between. Python from python.org needs "Install Certificates.command" first.',
  noJson:
    'What answered at %s is not the API. A login page of the network, a proxy or a firewall stands between.',
  readMore: 'More: %s',
  unknownError: 'This error is not on our list. What is: %s',
  works: 'Works',
  proved: (proofs: readonly string[]) => `yes: ${all(proofs)}`,
  withdraws: 'Withdraws',
  trades: 'Trades',
  addresses: 'Addresses',
  ends: 'Ends on',
  clock: 'Clock',
  yes: 'yes',
  no: 'no',
  noShown: 'no, by what the answer shows',
  untold: 'the answer does not say',
  bound: 'bound; the answer does not say which',
  notBound: 'NOT BOUND: it works from any address',
  noEnd: 'no day set',
  clockRight: 'right',
  clockAhead: 'this computer is %s seconds ahead',
  clockBehind: 'this computer is %s seconds behind',
  tooMuch: 'Too much: "%s" is on.',
  foreignAddress: (partner: string) =>
    `Too much: the key is bound to addresses that are not of ${partner}: %s`,
  missingAddress: (partner: string) =>
    `Missing: the key is not bound to this address of ${partner}: %s`,
  tooLittle: 'Missing: "%s" is off.',
  unknownRight: 'Too much, or new: the answer names rights that are not on our list: %s',
  lookYourself: 'Unknown, and moves nothing: the answer does not tell: %s',
  lookAt: 'Not told by the answer. Look at this on the website: %s',
  item: '%s',
  notProved: 'Not proved: that an order would be accepted, and that other addresses are refused.',
  askedOn: 'On, as tools may ask for it: %s',
  alarm: 'THIS KEY CAN WITHDRAW. Delete it now: %s',
  unbound: 'Unbound: "%s" is on, and a key that has it must be bound to addresses.',
  addressesUnknown: 'whether the key is bound to addresses',
  unboundPartner: (partner: string) => `Unbound: bind the key to the addresses of ${partner}.`,
  rightsHidden: 'everything that the key may do',
  refused: 'The request was refused (status %s).',
  strangeAnswer: 'The answer is not what the exchange documents for a key that works (status %s).',
  redirected:
    'The answer points to another address (status %s), which this program does not follow.',
  trouble:
    'The exchange has trouble, or too many requests (status %s). That says nothing about the key: try again later.',
  endTooMuch: 'THE KEY CAN DO TOO MUCH. Correct it, or delete it: %s',
  endUnbound: 'THE KEY IS NOT BOUND, and must be. Bind it to addresses: %s',
  endElsewhere:
    'The exchange refused the address of this computer: the key is bound to others, as the key of a partner should be. Nothing else is proved. Compare the permissions on the website: %s',
  endRefused: 'Not proved that the key works. What else can be wrong: %s',
  endTooLittle: 'The key works, but lacks something: %s',
  endLook: 'The key works for: %s. NOT ALL ITS RIGHTS ARE SHOWN.',
  endRight: 'As it should be for: %s',
};
