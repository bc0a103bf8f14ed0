import type { StepId } from '../../vocabulary/steps.ts';

export const link = {
  title: 'Make a link',
  description:
    'Send a client to one guide, use case or step: the address, a QR code, and ready text for e-mail, chat, Markdown and HTML.',
  intro:
    'Choose what the key is for, the exchange and the step. The link leads a client to exactly that page, and never changes.',
  purpose: 'What it is for',
  exchange: 'Exchange',
  step: 'Step',
  language: 'Language',
  useCases: 'Use cases',
  partners: 'Partners',
  leave: 'Leave an exchange that is closing',
  /** An exchange among the choices, with the host of another site, and which key of several. */
  exchangeAt: (name: string, host: string | undefined, key: number | undefined) =>
    [
      host === undefined ? name : `${name} (${host})`,
      ...(key === undefined ? [] : [`key ${key}`]),
    ].join(', '),
  anyExchange: 'Ask for the exchange',
  wholePage: 'The whole page',
  pages: 'Pages',
  all: 'All links',
  allIntro:
    'Each leads to a whole page. Add # and the name of a step to lead to it, such as #restrict-ip.',
  copy: (what: string) => `Copy: ${what}`,
  address: 'Address',
  email: 'For an e-mail',
  chat: 'For a chat',
  markdown: 'Markdown',
  html: 'HTML',
  emailText: (title: string, url: string) =>
    `${title}:\n\n${url}\n\nThe page goes through it step by step. It never asks for a key, a secret, a password or a code, and neither do we by e-mail. If you are not sure that this message is from us, ask us in another way before you open the link.`,
  chatText: (title: string, url: string) => `${title}: ${url}`,
  withStep: (title: string, step: string) => `${title}, step “${step}”`,
  qr: 'QR code',
  qrAlt: 'QR code of the address above',
  qrNote:
    'Drawn in your browser: nothing is sent. To keep it, use the menu of the picture (right button, or a long press).',
  steps: {
    'check-account': 'Check the account',
    'wait-for-approval': 'Wait for approval',
    'create-subaccount': 'Make a sub-account',
    'sign-in': 'Sign in',
    'enable-product': 'Open the product',
    'open-api-management': 'Find the page of API keys',
    'create-key': 'Start the key',
    'set-permissions': 'Set the permissions',
    'restrict-ip': 'Bind addresses',
    'accept-terms': 'Accept the terms',
    'confirm-identity': 'Confirm',
    'save-credentials': 'Save the key and the secret',
    'test-key': 'Test the key',
    'change-key': 'Change the key',
    'rotate-key': 'Replace the key',
    'withdraw-funds': 'Take the funds out',
    'export-history': 'Save the history',
    'revoke-key': 'Delete the key',
  } satisfies Record<StepId, string>,
};
