import type { ConfirmationKind } from '../../schema/exchange.ts';

/** What every page has. */
export const site = {
  siteName: 'Exchange Setup Guides',
  skip: 'Skip to the content',
  notDocumented: 'Not documented',
};

export const header = {
  label: 'Site',
  exchanges: 'Exchanges',
  concepts: 'Good to know',
  errors: 'Error message?',
  leaked: 'Key leaked?',
  contribute: 'Correct or add a guide',
  link: 'Make a link to send',
  embed: 'Show a step in your app',
};

export const theme = {
  label: 'Colours',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

export const footer = {
  label: 'More',
  promise: 'This site never asks for a key, a secret, a password or a code.',
  licence: 'Text CC BY 4.0, code MIT.',
  independent: 'Not run by any exchange. Names belong to their owners.',
};

export const notFound = {
  title: 'There is no page at this address',
  text: 'It may have been mistyped, or the link that brought you here may be old.',
  /** Above what stands at the address, as far as a name in it tells. */
  found: 'Is this what you are looking for?',
};

export const moved = {
  title: 'This page has moved',
  text: 'What you are looking for stands at another address of this site.',
  go: 'Go there',
  part: 'This part has moved.',
};

export const copy = {
  copy: 'Copy',
  copied: 'Copied',
};

export const contribute = {
  title: 'Contribute',
  description: 'How to correct a guide or add one: the way, the files and the rules.',
  docTitle: (name: string) => `${name}, for contributors`,
  docDescription: (name: string) => `For people who write guides: ${name.toLowerCase()}.`,
};

export const confirmations = {
  dialog: 'Dialog',
  checkbox: 'Box to tick',
  'fund-password': 'Fund password',
  'login-password': 'Login password',
  authenticator: 'Authenticator code',
  sms: 'Code by text message',
  email: 'Code or link by e-mail',
  passkey: 'Passkey',
  'two-factor': 'Two-factor code',
} satisfies Record<ConfirmationKind, string>;
