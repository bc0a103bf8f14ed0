import type { AddressChange, PartnerAddress, RefusedRequest } from '../../schema/partner.ts';
import { hole, sentence } from '../sentence.ts';
import { all, any, counted, day } from './grammar.ts';

export const partner = {
  /** Marks whatever a partner told us. */
  from: (name: string) => `From ${name}`,
  /** One way or the other to reach it. */
  either: (ways: readonly string[]) => any(ways),
  title: (name: string) => `API keys for ${name}`,
  description: (name: string) =>
    `How clients of ${name} create an API key: addresses, label and permissions for each exchange, and how to check who is asking.`,
  guideDescription: (name: string, exchange: string) =>
    `What clients of ${name} enter on ${exchange}: addresses, label and permissions, step by step.`,
  example: (name: string) =>
    `${name} is made up, to show what such a page looks like. Do not create a key for it.`,
  addresses: (label: string) => `Under “${label}”`,
  label: (label: string) => `As “${label}”`,
  expanded: (exchange: string, ranges: readonly string[], sure: boolean) =>
    sure
      ? `${exchange} takes no ranges: each address of ${all(ranges)} is written out.`
      : `No source says for sure that ${exchange} takes ranges: each address of ${all(ranges)} is written out.`,
  assumptions: {
    separator: (exchange: string) =>
      `What stands between two addresses is not documented for ${exchange}. Enter one, then the next, and check that all of them are listed.`,
    most: (exchange: string) =>
      `How many addresses ${exchange} takes is not documented. If it refuses some, ask before you go on.`,
  },
  onePerField: 'Each line goes into a field of its own.',
  labelChanged: (exchange: string, before: string) =>
    `This is “${before}” in the form that ${exchange} takes.`,
  changes: 'Changes of addresses',
  change: ({ kind, day: date, addresses }: AddressChange): string =>
    kind === 'added'
      ? `From ${day(date)}: ${all(addresses)} in use.`
      : `After ${day(date)}: ${all(addresses)} no longer in use.`,
  changeMend: ({ kind, addresses }: AddressChange, entered: boolean): string => {
    if (kind === 'removed')
      return counted(addresses.length, {
        one: 'Take it off the list of your key after that day.',
        other: 'Take them off the list of your key after that day.',
      });
    return entered
      ? 'Already among the addresses above, so that the key lives through the change.'
      : counted(addresses.length, {
          one: 'Add it to the list of your key before that day.',
          other: 'Add them to the list of your key before that day.',
        });
  },
  announced: (date: string) => `Announced ${day(date)}`,
  changeAt: 'How to change your key, by exchange:',
  noChanges: 'No change is announced.',
  feed: 'Feed of changes',
  feedTitle: (name: string) => `${name}: changes of addresses`,
  feedDescription: (name: string) =>
    `Addresses from which ${name} uses API keys: what is new, and what is given up.`,
  feedWhere: (exchanges: readonly string[]) => `Concerns keys at ${all(exchanges)}.`,
  use: ({ from, until }: PartnerAddress): string => {
    if (from === undefined)
      return until === undefined ? 'In use' : `In use until ${day(until.day)}`;
    return until === undefined
      ? `In use from ${day(from.day)}`
      : `In use from ${day(from.day)} until ${day(until.day)}`;
  },
  addressTable: 'Addresses',
  addressTableIntro:
    'From these the key is used. How to write them differs from exchange to exchange: copy them from the page of yours.',
  heads: { address: 'Address', use: 'Use' },
  check: 'How to check that it is really them',
  checkPage: (name: string, domains: readonly string[]) =>
    `Open the page for the key yourself, not by a link in a message. The address bar must end in ${any(domains)}: only there ${name} takes keys.`,
  checkPublished: sentence`Compare the addresses with the list that it publishes: ${hole('page')}`,
  checkContact: (languages: readonly string[]) =>
    sentence`In doubt, ask there before you create the key (answers in ${any(languages)}): ${hole('contact')}`,
  checkNotReply: 'Do not ask by answering the message that brought you here.',
  never: (name: string) => `${name} never asks for`,
  neverAsks: {
    'withdrawal-permission': 'a permission to withdraw',
    password: 'your password, at the exchange or anywhere else',
    codes: 'a code from your authenticator, a text message or an e-mail',
    'seed-phrase': 'the words of a wallet',
    'secret-by-message': 'the secret of the key by e-mail, chat or telephone',
    screenshot: 'a screenshot of the key',
    'remote-access': 'control over your screen',
    'sending-coins': 'coins sent anywhere',
  } satisfies Record<RefusedRequest, string>,
  neverStop: 'Whoever does so in its name is a fraud. Stop, and create no key.',
  ours: (name: string, date: string) =>
    `What stands in boxes marked “From ${name}” is its own word, confirmed on ${day(date)}. Everything else is ours, the same for everybody.`,
  exchanges: 'Which exchange do you use?',
  exchangesIntro: 'Each page has the addresses in the form that the exchange takes.',
  /** Below the name of an exchange: what the key is for, and the address of the site. */
  choice: (useCase: string, host: string) => `${useCase} · ${host}`,
  anotherSite: (exchange: string) => `Another site of ${exchange}?`,
  otherSites: 'Keys of these sites do not work there. Is your account at one of them? Ask first.',
};
